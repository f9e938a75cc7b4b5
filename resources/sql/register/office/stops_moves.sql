-- Whether a 抑止 of level エラー on 異動 is in force that day on who moves or on one of the households; hidden: or
-- somebody named or living in these households hides the address, or will: what is told now cannot be taken back.
CREATE OR REPLACE FUNCTION office.stops_moves(city text, fields jsonb, day date, hidden boolean)
    RETURNS boolean LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp SET jit = off AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM office.replica r, office.cbor_integers(r.body) AS held
         WHERE hidden AND r.code = city AND r.table_number = 4
           AND office.target_of(r.table_number, r.body) = ANY (
               ARRAY(SELECT m.person FROM office.move_members(city, fields) m WHERE m.state <= 1 OR m.named)
               || ARRAY[-(fields ->> 'from')::bigint, -(fields ->> 'to')::bigint])
           AND held[9] = 1 AND coalesce(held[12], 0) = 0)
      OR EXISTS (
        SELECT FROM office.replica r, office.cbor_integers(r.body) AS held
         WHERE r.code = city AND r.table_number = 4
           AND office.target_of(r.table_number, r.body) = ANY (
               ARRAY(SELECT (c ->> 0)::bigint FROM jsonb_array_elements(fields -> 'movers') AS c)
               || ARRAY[-(fields ->> 'from')::bigint, -(fields ->> 'to')::bigint])
           AND held[8] = 2 AND coalesce(held[12], 0) = 0
           AND held[10] <= day - make_date(2000, 1, 1) + 2451545);
END
$$;
