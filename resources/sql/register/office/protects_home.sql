-- Whether 支援措置 hides the address of the household that is left, or will: on it or on somebody who lives in it
-- now. With a 転出 it would have to be handed over.
CREATE OR REPLACE FUNCTION office.protects_home(city text, fields jsonb) RETURNS boolean
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp SET jit = off AS $$
DECLARE
    home bigint := (fields ->> 'from')::bigint;
BEGIN
    RETURN EXISTS (
        SELECT FROM office.replica r, office.cbor_integers(r.body) AS held
         WHERE r.code = city AND r.table_number = 4
           AND office.target_of(r.table_number, r.body) = ANY (
               ARRAY(SELECT m.person FROM office.move_members(city, fields) m
                      WHERE m.state <= 1 AND m.was = home)
               || ARRAY[-home])
           AND held[9] = 1 AND coalesce(held[12], 0) = 0);
END
$$;
