-- Procedure: ViewTax, ExplainTax. A person's assessments, newest year and history first.
SELECT version, body FROM assessment WHERE person_id = :person_id ORDER BY version DESC;
