-- Procedure: ViewFormerState. One former state.
SELECT body FROM former_snapshot WHERE person_id = :person_id AND version = :version;
