-- The owner looks at an account: its rights with their days.
SELECT right_bit, CASE WHEN isfinite(valid_from) THEN valid_from END,
       CASE WHEN isfinite(valid_to) THEN valid_to END
  FROM office.user_grant WHERE code = $1 AND user_id = $2 ORDER BY right_bit, valid_from
