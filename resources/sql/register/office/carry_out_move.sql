-- 本登録 of an 異動 on a day: each person's next state, the one before it as history, and the households.
CREATE OR REPLACE FUNCTION office.carry_out_move(entry office.entry, day date) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    fields jsonb := entry.fields;
    city text := entry.code;
    home bigint := (fields ->> 'from')::bigint;
    goal bigint := (fields ->> 'to')::bigint;
    traits record := office.move_traits(fields ->> 'kind');
    happened bytea;
    entrants bytea;
    notified bytea := office.cbor_day(office.day_of(fields ->> 'notifiedOn'));
    address bytea := office.address_item(fields -> 'address');
    heads jsonb := '{}';
    items bytea[];
    one record;
BEGIN
    -- 消除日: the earlier of the planned day and the one in the 転入通知 (JS1 1.1.5).
    SELECT office.cbor_day(least(
               office.day_of(fields ->> 'happenedOn'),
               min(m.planned) FILTER (WHERE m.moves AND fields ->> 'kind' = 'MoveOutRemoval'))),
           -- New entrants stand at the end, a new household in its legal order (JS1 5.2).
           CASE WHEN fields ->> 'toVersion' <> '0'
                THEN office.cbor_number(1 + greatest(1000, max(office.cbor_value(m.items[43])::integer)
                                                           FILTER (WHERE m.state <= 1 AND m.was = goal))) END
      INTO happened, entrants FROM office.move_members(city, fields) m;
    FOR one IN SELECT * FROM office.move_members(city, fields) m WHERE m.present
                ORDER BY m.person
    LOOP
        heads := heads || jsonb_build_object(one.becomes, one.head);
        items := one.items;
        items[2] := office.cbor_number(one.becomes);
        IF traits.another_life AND one.stays THEN
            items[7] := office.cbor_string(one.now_called);
            items[9] := office.cbor_string(one.now_head);
        END IF;
        IF one.moves THEN
            items := office.move_person(fields, items, happened);
        END IF;
        IF one.becomes <> one.was THEN
            items[43] := entrants;
        END IF;
        CONTINUE WHEN items = one.items;
        items[1] := office.cbor_list(office.cbor_integer(one.person),
                                     office.cbor_integer(one.version + 1));
        items[40] := office.cbor_map(
            office.cbor_text(CASE WHEN one.moves THEN traits.reason ELSE 'HeadChange' END),
            happened, notified, office.cbor_day(day),
            office.cbor_string(entry.author_id), office.cbor_string(entry.station_id));
        IF one.body IS NOT NULL THEN
            PERFORM office.put_row(city, 2, one.person, one.version, one.body);
        END IF;
        PERFORM office.put_row(city, 1, one.person, 0, office.cbor_whole(items), one.version + 1);
        -- 本人確認情報 of whom a 住民票 is made, removed or corrected in 第7条第7号 (住民基本台帳法 第30条の6第1項).
        IF one.moves AND traits.is_reported THEN
            PERFORM office.keep_notice(city, 1, entry.number, one.person, one.version + 1);
        END IF;
        IF one.moves AND traits.of_newcomers THEN
            -- 転入通知 (第9条第1項).
            PERFORM office.keep_notice(city, 2, entry.number, one.person, one.version + 1);
            INSERT INTO office.arrival (code, items, person) VALUES (city, office.three_items(items), one.person)
                ON CONFLICT DO NOTHING;
        END IF;
    END LOOP;
    IF NOT traits.another_life THEN
        RETURN;
    END IF;
    FOR one IN SELECT h AS id, office.row_at(city, 3, h, 0) AS body
                 FROM unnest(CASE WHEN goal = home THEN ARRAY[home] ELSE ARRAY[home, goal] END) AS h
    LOOP
        items := coalesce(office.cbor_items(one.body), ARRAY[office.cbor_integer(one.id)]);
        items[3] := office.cbor_number(coalesce((heads ->> one.id::text)::bigint, 0));
        IF one.id = goal AND traits.place = 'here' THEN
            items[4] := address;
        END IF;
        -- Who lives there is what its version stands for: it rises with whoever comes or goes.
        items[2] := office.cbor_integer(coalesce(office.cbor_value(items[2])::integer, 0) + 1);
        PERFORM office.put_row(city, 3, one.id, 0, office.cbor_whole(items));
    END LOOP;
END
$$;
