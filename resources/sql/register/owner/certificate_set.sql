-- Enrolment: only the certificate with this serial number, beside the name in it, opens a session.
UPDATE office.user_account SET certificate_serial = $3 WHERE code = $1 AND user_id = $2
