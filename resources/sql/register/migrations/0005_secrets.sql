-- Migration: what a copy of the database must not tell hangs on a key outside of it (issue 4). A register that
-- holds its secrets in clear is brought over: madoguchi.key_file names the file.
-- The key's file is no place of the database: the owner's functions read it.
GRANT pg_read_server_files TO madoguchi_owner;
GRANT EXECUTE ON FUNCTION pg_read_binary_file(text, bigint, bigint, boolean) TO madoguchi_owner;

SET LOCAL ROLE madoguchi_owner;
-- As ../office/masked.sql, which is made after the migrations.
CREATE OR REPLACE FUNCTION office.masked(value bytea, pad bytea) RETURNS bytea
    LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
    FOR place IN 0 .. octet_length(value) - 1 LOOP
        value := set_byte(value, place, get_byte(value, place) # get_byte(pad, place));
    END LOOP;
    RETURN value;
END
$$;

-- key_check: an HMAC that only the right key makes. Masks: NULL where a secret is made from the key alone.
ALTER TABLE office.city ADD COLUMN key_file text, ADD COLUMN key_check bytea,
    ADD COLUMN log_key_mask bytea CHECK (octet_length(log_key_mask) = 32);
ALTER TABLE office.station ADD COLUMN share_salt bytea CHECK (octet_length(share_salt) = 16),
    ADD COLUMN share_mask bytea CHECK (octet_length(share_mask) = 32);
ALTER TABLE numbers.person ADD COLUMN nonce bytea CHECK (octet_length(nonce) = 16);
DROP TRIGGER identity_stays ON office.city;

DO $$
DECLARE
    file text := current_setting('madoguchi.key_file', true);
    key bytea;
BEGIN
    IF NOT EXISTS (SELECT FROM office.city) THEN
        RETURN;
    END IF;
    key := pg_read_binary_file(file, 0, 33, false);
    IF octet_length(key) IS DISTINCT FROM 32 THEN
        RAISE EXCEPTION 'the file of the key must hold 32 bytes';
    END IF;
    UPDATE office.city c
       SET key_file = file,
           key_check = office.hmac(convert_to('check ' || c.code, 'UTF8'), key, 'sha256'),
           log_key_mask = office.masked(c.log_key_secret,
               office.hmac(convert_to('log ' || c.code, 'UTF8'), key, 'sha256'));
    UPDATE office.station SET share_salt = office.gen_random_bytes(16);
    UPDATE office.station s
       SET share_mask = office.masked(s.share, office.hmac(
               convert_to('share ' || s.code || ' ' || s.station_id || ' ', 'UTF8')
               || s.share_salt, key, 'sha256'));
    UPDATE numbers.person SET nonce = office.gen_random_bytes(16);
    UPDATE numbers.person p
       SET resident_code = office.masked(p.resident_code, office.hmac(convert_to(
               'number 1 ' || p.code || ' ' || p.person_id || ' ', 'UTF8') || p.nonce, key,
               'sha256')),
           individual_number = office.masked(p.individual_number, office.hmac(convert_to(
               'number 2 ' || p.code || ' ' || p.person_id || ' ', 'UTF8') || p.nonce, key,
               'sha256')),
           residence_card = office.masked(p.residence_card, office.hmac(convert_to(
               'number 3 ' || p.code || ' ' || p.person_id || ' ', 'UTF8') || p.nonce, key,
               'sha256'));
END
$$;

ALTER TABLE office.city ALTER COLUMN key_file SET NOT NULL, ALTER COLUMN key_check SET NOT NULL,
    DROP COLUMN log_key_secret;
ALTER TABLE office.station ALTER COLUMN share_salt SET NOT NULL, DROP COLUMN share;
ALTER TABLE numbers.person ALTER COLUMN nonce SET NOT NULL,
    ADD CHECK (greatest(octet_length(resident_code), octet_length(individual_number),
                        octet_length(residence_card)) <= 32);
-- key_file may change: the file moves.
CREATE TRIGGER identity_stays BEFORE UPDATE OF code, register_id, municipality, training, made_at,
    log_key_mask, log_key_open, key_check OR DELETE ON office.city
    FOR EACH ROW EXECUTE FUNCTION office.keep_whole();
RESET ROLE;
