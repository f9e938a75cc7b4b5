-- PostgresLink: ChangePassword, the verifier and what the new password makes under each kept salt.
SELECT status FROM api.change_password($1, $2)
