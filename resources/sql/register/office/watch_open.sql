-- The watch opens the logins again of accounts that a supervisor has unlocked. Answers who.
CREATE OR REPLACE FUNCTION office.watch_open() RETURNS TABLE (city text, who text)
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    FOR city, who IN
        SELECT a.code, a.user_id FROM office.user_account a JOIN pg_roles r ON r.rolname = a.user_id
         WHERE NOT a.locked AND r.rolvaliduntil = '-infinity'
         ORDER BY 1, 2
    LOOP
        EXECUTE format('ALTER ROLE %I VALID UNTIL %L', who, 'infinity');
        DELETE FROM office.refused_count c WHERE c.code = city AND c.user_id = who;
        RETURN NEXT;
    END LOOP;
END
$$;
