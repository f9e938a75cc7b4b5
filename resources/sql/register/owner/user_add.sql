-- Making accounts.
INSERT INTO office.user_account (code, user_id, name, section, role, fingerprint,
                                 password_changed_on, valid_from, valid_to, locked, failures)
VALUES ($1, $2, $3, $4, $5, $6, $7, coalesce($8, '-infinity'::date),
        coalesce($9, 'infinity'::date), $10, $11)
