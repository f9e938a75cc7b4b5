-- What is kept of a password: made from the verifier's key and the server's key; NULL without that.
CREATE OR REPLACE FUNCTION office.kept_proof(city text, who text, salt bytea, stored bytea)
    RETURNS bytea LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, office, pg_temp AS $$
BEGIN
    RETURN office.hmac(convert_to('password ' || city || ' ' || who || ' ', 'UTF8')
                       || salt || stored, office.server_key(city), 'sha256');
END
$$;
