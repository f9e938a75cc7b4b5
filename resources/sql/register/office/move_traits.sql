-- What sets one 異動処理 apart from another (residents::MoveTraits), and the 異動事由 of its rows; NULL: there
-- is none of this name.
CREATE OR REPLACE FUNCTION office.move_traits(kind text, OUT reason text, OUT place text,
                                              OUT another_life boolean, OUT may_lie_ahead boolean,
                                              OUT of_planned boolean, OUT of_the_office boolean,
                                              OUT of_newcomers boolean, OUT is_reported boolean)
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT t.reason, t.place, t.another_life, t.may_lie_ahead, t.of_planned, t.of_the_office,
           t.of_newcomers, t.is_reported
      FROM (VALUES ('MoveWithin', 'MoveWithin', 'here', true, false, false, false, false, true),
                   ('MoveOutNotice', 'MoveOut', 'elsewhere', false, true, false, false, false, false),
                   ('MoveOutRemoval', 'MoveOut', 'elsewhere if known', true, false, true, true, false, true),
                   ('MoveOutCancellation', 'CancellationIncrease', 'none', false, false, true, false, false, false),
                   ('MoveIn', 'MoveIn', 'here', true, false, false, false, true, true))
           AS t (kind, reason, place, another_life, may_lie_ahead, of_planned, of_the_office, of_newcomers, is_reported)
     WHERE t.kind = move_traits.kind
$$;
