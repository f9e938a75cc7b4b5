-- The right to enter a note or contact (1, 2), a restriction (3) or an 異動 (4); 0 for what is none.
CREATE OR REPLACE FUNCTION office.right_for(kind integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN kind IN (1, 2) THEN 4096 WHEN kind = 3 THEN 8192 WHEN kind = 4 THEN 65536 ELSE 0 END
$$;
