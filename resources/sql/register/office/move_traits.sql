-- What sets one 異動処理 apart from another (residents::MoveTraits), and the 異動事由 of its rows; NULL: there
-- is none of this name.
CREATE OR REPLACE FUNCTION office.move_traits(kind text, OUT reason text, OUT place text,
                                              OUT another_life boolean, OUT may_lie_ahead boolean,
                                              OUT of_planned boolean, OUT of_the_office boolean)
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT t.reason, t.place, t.another_life, t.may_lie_ahead, t.of_planned, t.of_the_office
      FROM (VALUES ('MoveWithin', 'MoveWithin', 'here', true, false, false, false),
                   ('MoveOutNotice', 'MoveOut', 'elsewhere', false, true, false, false),
                   ('MoveOutRemoval', 'MoveOut', 'elsewhere if known', true, false, true, true),
                   ('MoveOutCancellation', 'CancellationIncrease', 'none', false, false, true, false))
           AS t (kind, reason, place, another_life, may_lie_ahead, of_planned, of_the_office)
     WHERE t.kind = move_traits.kind
$$;
