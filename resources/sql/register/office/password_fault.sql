-- Was this password one of those that are kept? proofs: for each, newest first, its salt and what the new one
-- makes under it (48 bytes). NULL: it is new.
CREATE OR REPLACE FUNCTION office.password_fault(city text, who text, verifier text, proofs bytea,
                                                 OUT status text, OUT why text)
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    part record;
    held office.kept_password;
    place integer := 0;
    given bytea;
BEGIN
    SELECT * INTO part FROM office.verifier_parts(verifier);
    IF part.stored IS NULL THEN
        status := 'RegisterRefused';
        why := 'no verifier';
        RETURN;
    END IF;
    FOR held IN SELECT k.* FROM office.kept_password k
                 WHERE k.code = city AND k.user_id = who ORDER BY k.number DESC LOOP
        given := substr(proofs, 1 + 48 * place, 48);
        IF octet_length(given) IS DISTINCT FROM 48 OR substr(given, 1, 16) <> held.salt THEN
            status := 'RegisterRefused';
            why := 'other proofs';
            RETURN;
        ELSIF held.proof = office.kept_proof(city, who, held.salt, substr(given, 17, 32))
            OR held.salt = part.salt
        THEN
            status := 'PasswordUsed';
        END IF;
        place := place + 1;
    END LOOP;
    IF octet_length(proofs) IS DISTINCT FROM 48 * place THEN
        status := 'RegisterRefused';
        why := 'other proofs';
    END IF;
END
$$;
