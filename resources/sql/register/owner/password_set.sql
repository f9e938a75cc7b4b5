-- Enrolment: the verifier of a user's password, which the server cannot turn back.
SELECT office.set_password($1, $2, $3)
