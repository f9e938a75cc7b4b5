-- The rule (residents::MoveRule) that keeps an 異動 from being registered, NULL when there is none: what must not
-- depend on the desk that entered it. day: of the entry. hidden: who enters it may not open a record that hides
-- its address, and must not learn by guessing. Asked when the versions are those that stand.
CREATE OR REPLACE FUNCTION office.move_refusal(city text, fields jsonb, day date, hidden boolean)
    RETURNS text
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    home bigint := (fields ->> 'from')::bigint;
    goal bigint := (fields ->> 'to')::bigint;
    happened date := office.day_of(fields ->> 'happenedOn');
    notified date := office.day_of(fields ->> 'notifiedOn');
    place text[] := ARRAY[fields #>> '{address,town}', fields #>> '{address,lot}',
                          fields #>> '{address,building}'];
    joined text[];
    traits record := office.move_traits(fields ->> 'kind');
    named_city text := fields #>> '{address,municipality}';
    former_city text := fields #>> '{formerAddress,municipality}';
    seen record;
BEGIN
    SELECT bool_or(m.moves AND m.state > 1) AND NOT traits.of_newcomers AS removed,
           bool_or(m.moves AND m.state <= 1) AND traits.of_newcomers AS at_home,
           -- 出生 before 異動日, as far as it is known.
           bool_or(m.moves AND office.first_day(m.items[5]) > happened) AND traits.of_newcomers AS unborn,
           bool_or(m.moves AND m.state = 1 AND NOT traits.of_planned) AS planned,
           bool_or(m.moves AND m.state = 0 AND traits.of_planned) AS unplanned,
           count(DISTINCT coalesce(m.planned, '-infinity')) FILTER (WHERE m.moves) > 1
               OR bool_or(m.moves AND named_city = '' AND m.planned IS DISTINCT FROM happened) AS other_day,
           bool_or(m.moves AND m.was <> home AND NOT traits.of_newcomers
                   OR m.named AND NOT m.moves AND (m.state > 1 OR m.was NOT IN (home, goal))) AS stranger,
           bool_or(m.moves AND happened < office.first_day((office.cbor_items(m.items[8]))[1])) AS early,
           bool_or(m.moves AND named_city <> '' AND ours <> ''
                   AND (right(ours, length(named_city)) = named_city
                        OR right(named_city, length(ours)) = ours)) AS here,
           bool_or(home = goal AND m.state <= 1 AND m.was = home AND NOT m.moves)
               AND NOT traits.of_newcomers AS part,
           bool_or(m.named AND (m.wanted <> m.called OR traits.of_newcomers AND m.moves)
                   AND NOT office.is_relationship(m.wanted)) AS unwritten,
           bool_or(home = goal AND m.moves AND m.wanted <> m.called) AND NOT traits.of_newcomers AS renamed,
           bool_or(m.present AND m.becomes = goal AND m.heads = 0
                   AND (m.becomes <> m.was OR m.now_called <> m.called)) AS headless,
           bool_or(m.present AND m.becomes IN (home, goal) AND m.heads > 1) AS two_heads
      INTO seen FROM office.move_members(city, fields) m,
                     office.cbor_value((office.cbor_items(m.items[10]))[3]) AS ours;
    IF (goal <> home OR traits.of_newcomers) AND fields ->> 'toVersion' <> '0' THEN
        joined := office.place_of((office.cbor_items(office.row_at(city, 3, goal, 0)))[4]);
    END IF;
    RETURN CASE
        WHEN office.stops_moves(city, fields, day, hidden) THEN 'Restricted'
        WHEN fields ->> 'kind' IN ('MoveOutNotice', 'MoveOutRemoval') AND office.protects_home(city, fields)
            THEN 'ProtectedMoveOut'
        WHEN happened > day AND NOT traits.may_lie_ahead THEN 'DateInFuture'
        WHEN notified > day THEN 'NoticeInFuture'
        WHEN traits.place = 'here' AND notified < happened THEN 'NoticeEarly'
        WHEN seen.removed THEN 'NotResident'
        WHEN seen.at_home THEN 'AlreadyResident'
        WHEN seen.planned THEN 'MoveOutPlanned'
        WHEN seen.unplanned THEN 'NotPlanned'
        WHEN seen.stranger THEN 'NotOfHousehold'
        WHEN seen.early THEN 'BeforeResident'
        WHEN fields ->> 'kind' = 'MoveOutRemoval' AND seen.other_day THEN 'NotOnPlannedDay'
        WHEN seen.unborn THEN 'BornLater'
        -- 第30条の45: only a 中長期在留者 (0) has a 在留資格.
        WHEN EXISTS (SELECT FROM jsonb_array_elements(fields -> 'newcomers') AS n
                      WHERE n #>> '{foreign,class}' = '0' AND office.is_blank(n #>> '{foreign,status}'))
            THEN 'StayMissing'
        -- 第7条第5号: 本籍, or that there is none or it is not known.
        WHEN EXISTS (SELECT FROM jsonb_array_elements(fields -> 'newcomers') AS n
                      WHERE n ->> 'kind' = '0' AND office.is_blank(n ->> 'domicile'))
            THEN 'DomicileMissing'
        WHEN traits.of_newcomers AND named_city <> ''
             AND (right(former_city, length(named_city)) = named_city
                  OR right(named_city, length(former_city)) = former_city) THEN 'FormerAddressHere'
        WHEN traits.place = 'here' AND left(fields #>> '{address,code}', 5) <> left(city, 5)
            THEN 'AddressElsewhere'
        WHEN traits.place <> 'here' AND seen.here THEN 'AddressHere'
        WHEN traits.place <> 'here' AND named_city ~ '^[^市区町村]+$' THEN 'AddressAbroad'
        WHEN joined <> place THEN 'AddressNotHouseholds'
        WHEN traits.place = 'here' AND seen.part THEN 'PartOfHousehold'
        WHEN seen.unwritten THEN 'RelationshipWrong'
        WHEN traits.place = 'here' AND seen.headless THEN 'HeadMissing'
        WHEN traits.another_life AND seen.two_heads THEN 'HeadTwice'
        WHEN traits.place = 'here' AND seen.renamed THEN 'RelationshipChanged'
        WHEN traits.of_newcomers AND NOT fields -> 'acknowledged' @> '["LooksKnown"]'
             AND office.has_arrived(city, fields) THEN 'LooksKnown'
    END;
END
$$;
