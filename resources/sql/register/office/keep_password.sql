-- Keeps what is needed to know a password again; as many as the policy says, the newest is the present one.
-- False without the server's key.
CREATE OR REPLACE FUNCTION office.keep_password(city text, who text, verifier text) RETURNS boolean
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    part record;
    made bytea;
    last integer;
BEGIN
    SELECT * INTO part FROM office.verifier_parts(verifier);
    made := office.kept_proof(city, who, part.salt, part.stored);
    IF made IS NULL THEN
        RETURN false;
    END IF;
    SELECT coalesce(max(k.number), 0) + 1 INTO last FROM office.kept_password k
     WHERE k.code = city AND k.user_id = who;
    INSERT INTO office.kept_password (code, user_id, number, iterations, salt, proof, at)
    VALUES (city, who, last, part.iterations, part.salt, made, office.moment());
    DELETE FROM office.kept_password k
     WHERE k.code = city AND k.user_id = who
       AND k.number <= last - (SELECT c.password_history FROM office.city c WHERE c.code = city);
    RETURN true;
END
$$;
