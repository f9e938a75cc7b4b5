-- The owner looks at an account.
SELECT user_id, name, section, role, fingerprint, password_changed_on,
       CASE WHEN isfinite(valid_from) THEN valid_from END,
       CASE WHEN isfinite(valid_to) THEN valid_to END, locked, failures
  FROM office.user_account WHERE code = $1 AND user_id = $2
