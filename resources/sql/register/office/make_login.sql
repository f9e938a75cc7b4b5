-- The owner makes accounts: a login role of that name, member of the clerks and of nothing else.
CREATE OR REPLACE FUNCTION office.make_login(who text) RETURNS text LANGUAGE plpgsql
    SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    there pg_roles;
BEGIN
    SELECT * INTO there FROM pg_roles WHERE rolname = who;
    IF there.rolname IS NULL THEN
        EXECUTE format('CREATE ROLE %I LOGIN', who);
    ELSIF there.rolsuper OR there.rolcreaterole OR there.rolcreatedb OR there.rolreplication
        OR there.rolbypassrls OR EXISTS (SELECT FROM pg_auth_members m
                                          WHERE m.member = there.oid
                                            AND m.roleid <> 'madoguchi_clerk'::regrole)
    THEN
        RETURN 'RegisterRefused';
    END IF;
    EXECUTE format('GRANT madoguchi_clerk TO %I', who);
    RETURN 'ok';
END
$$;
