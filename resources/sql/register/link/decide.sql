-- PostgresLink: 照合 of a 仮登録.
SELECT status, field FROM api.decide($1, $2, $3)
