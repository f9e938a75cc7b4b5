-- Whether 支援措置 hides the address of who moves, or of the household: with a 転出 it would have to be handed
-- over.
CREATE OR REPLACE FUNCTION office.protects_movers(city text, fields jsonb, day date) RETURNS boolean
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp SET jit = off AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM office.replica r, office.cbor_integers(r.body) AS held
         WHERE r.code = city AND r.table_number = 4
           AND office.target_of(r.table_number, r.body) = ANY (
               ARRAY(SELECT (c ->> 0)::bigint FROM jsonb_array_elements(fields -> 'movers') AS c)
               || ARRAY[-(fields ->> 'from')::bigint])
           AND held[9] = 1 AND coalesce(held[12], 0) = 0
           AND held[10] <= day - make_date(2000, 1, 1) + 2451545);
END
$$;
