-- Enrolment: the verifier of a user's password, which the server cannot turn back, and whether he must change it.
SELECT office.set_password($1, $2, $3, $4)
