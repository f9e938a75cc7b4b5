-- Everybody whom an 異動 names or whose household it touches, as he stands and, where he is present, as he would
-- be: residents::outcomeOf. Read item by item once; the planner takes the index for much dearer than it is, and would
-- compile for a second and a half what runs for some milliseconds. What he is called and whose name he bears
-- counts for who stays where somebody comes or goes.
CREATE OR REPLACE FUNCTION office.move_members(city text, fields jsonb)
    RETURNS TABLE (person bigint, version integer, state integer, moves boolean, named boolean,
                   planned date, stays boolean, was bigint, becomes bigint, called text, wanted text, now_called text,
                   now_head text, present boolean, heads bigint, head bigint, items bytea[], body bytea)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, office, pg_temp SET jit = off AS $$
#variable_conflict use_column
DECLARE
    home bigint := (fields ->> 'from')::bigint;
    goal bigint := (fields ->> 'to')::bigint;
    traits record := office.move_traits(fields ->> 'kind');
BEGIN
    RETURN QUERY
    WITH changes AS (
        SELECT (c ->> 0)::bigint AS person, c ->> 2 AS called,
               place <= jsonb_array_length(fields -> 'movers') AS moves
          FROM jsonb_array_elements((fields -> 'movers') || (fields -> 'others'))
               WITH ORDINALITY AS each (c, place)),
    found AS (
        SELECT r.id, r.body FROM office.replica r
         WHERE r.code = city AND r.table_number = 1
           AND office.target_of(r.table_number, r.body) IN (home, goal)
        UNION
        SELECT r.id, r.body FROM office.replica r JOIN changes c ON c.person = r.id
         WHERE r.code = city AND r.table_number = 1 AND r.version = 0),
    -- Of who was here before nothing counts but that he was (施行令 第7条: a new 住民票).
    arriving AS (
        SELECT (n ->> 'person')::bigint AS id, office.newcomer_items(n) AS items
          FROM jsonb_array_elements(fields -> 'newcomers') AS n),
    opened AS MATERIALIZED (
        SELECT coalesce(f.id, a.id) AS id, f.body, office.cbor_items(f.body) AS held,
               coalesce(a.items, office.cbor_items(f.body)) AS items, a.id IS NOT NULL AS comes
          FROM found f FULL JOIN arriving a ON a.id = f.id),
    stands AS MATERIALIZED (
        SELECT o.id, o.body, o.items, o.comes, c.moves IS TRUE AS moves, c.person IS NOT NULL AS named,
               coalesce(office.cbor_value((office.cbor_items(o.held[1]))[2])::integer, 0) AS version,
               CASE WHEN o.body IS NOT NULL
                    THEN coalesce(office.cbor_value(o.held[42]), '0')::integer END AS state,
               office.first_day((office.cbor_items((office.cbor_items(o.items[13]))[1]))[2]) AS planned,
               coalesce(office.cbor_value(o.items[2]), '0')::bigint AS was,
               coalesce(office.cbor_value(o.items[7]), '') AS called,
               CASE WHEN traits.place = 'here' OR NOT c.moves THEN c.called END AS wanted
          FROM opened o LEFT JOIN changes c ON c.person = o.id),
    placed AS (
        SELECT s.*, s.state <= 1 OR s.comes AS present,
               -- Whoever is removed stays in no household.
               (s.state <= 1 OR s.comes) AND NOT (s.moves AND traits.another_life AND traits.place <> 'here') AS stays,
               CASE WHEN s.moves AND (s.state <= 1 OR s.comes) THEN goal ELSE s.was END AS becomes,
               CASE WHEN s.state <= 1 OR s.comes THEN coalesce(s.wanted, s.called) ELSE s.called END AS wants
          FROM stands s),
    counted AS (
        SELECT p.*, CASE WHEN p.stays AND p.becomes IN (home, goal) AND traits.another_life
                              AND count(*) FILTER (WHERE p.stays) OVER (PARTITION BY p.becomes) = 1
                         THEN '世帯主' ELSE p.wants END AS leads
          FROM placed p),
    led AS (
        SELECT c.*,
               count(*) FILTER (WHERE c.stays AND c.leads = '世帯主') OVER b AS heads,
               min(c.id) FILTER (WHERE c.stays AND c.leads = '世帯主') OVER b AS head,
               (SELECT bool_or(l.present AND l.called = '世帯主' AND (l.becomes <> l.was OR NOT l.stays))
                  FROM counted l WHERE l.was = c.becomes) IS TRUE AS left_by_head
          FROM counted c WINDOW b AS (PARTITION BY c.becomes))
    SELECT l.id, l.version, l.state, l.moves, l.named, l.planned, l.stays, l.was, l.becomes, l.called,
           l.wanted,
           CASE WHEN l.present AND l.heads = 0 AND l.left_by_head THEN '' ELSE l.leads END,
           CASE WHEN NOT l.present THEN NULL
                WHEN l.heads = 0 THEN ''
                ELSE (SELECT office.full_name(h.items) FROM led h WHERE h.id = l.head) END,
           l.present, l.heads, l.head, l.items, l.body
      FROM led l;
END
$$;
