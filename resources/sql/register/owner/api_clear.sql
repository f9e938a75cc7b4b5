-- Upgrading: the functions of api are made anew, those no longer known are gone. Those of office stay what they are
-- to calls that are running, but for the ones that take other parameters now, or are no more.
DO $$
DECLARE
    one regprocedure;
BEGIN
    FOR one IN SELECT oid FROM pg_catalog.pg_proc WHERE pronamespace = 'api'::regnamespace LOOP
        EXECUTE format('DROP FUNCTION %s', one);
    END LOOP;
    DROP FUNCTION IF EXISTS office.caller(text, integer, boolean);
    DROP FUNCTION IF EXISTS office.redeem(text, bigint, text[], integer);
    DROP FUNCTION IF EXISTS office.usable(text);
    DROP FUNCTION IF EXISTS office.hash_at(text, bigint);
    DROP FUNCTION IF EXISTS office.password_aged(office.user_account);
    DROP FUNCTION IF EXISTS office.put_row(text, integer, bigint, integer, bytea);
    DROP FUNCTION IF EXISTS office.protects_movers(text, jsonb, date);
    DROP FUNCTION IF EXISTS office.move_traits(text);
    DROP FUNCTION IF EXISTS office.three_items(jsonb);
    DROP FUNCTION IF EXISTS office.move_members(text, jsonb);
END
$$
