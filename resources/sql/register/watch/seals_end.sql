-- Watch: how many seals the register knows.
SELECT coalesce(max(number), 0) FROM office.seal
