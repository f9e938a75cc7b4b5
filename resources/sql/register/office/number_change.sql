-- Trigger at commit: the next feed number of the city, its running hash, and the row's version.
CREATE OR REPLACE FUNCTION office.number_change() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    last office.feed;
    bytes bytea;
BEGIN
    -- Held until after the commit can be seen: numbers become visible in their order.
    PERFORM office.take_turn(4242, NEW.code);
    SELECT * INTO last FROM office.feed WHERE code = NEW.code ORDER BY number DESC LIMIT 1;
    last.number := coalesce(last.number, 0) + 1;
    last.hash := coalesce(last.hash, office.first_hash(NEW.code));
    bytes := office.row_bytes(NEW.table_number, NEW.id, NEW.version, last.number, NEW.body);
    -- Of files outside 住民 only the digest goes in: every station can follow the whole hash.
    last.hash := sha256(last.hash || CASE WHEN NEW.table_number <= 4 THEN bytes
                                          ELSE decode('00', 'hex') || sha256(bytes) END);
    INSERT INTO office.feed (code, number, table_number, id, version, body, hash, at)
    VALUES (NEW.code, last.number, NEW.table_number, NEW.id, NEW.version, NEW.body, last.hash,
            office.moment());
    UPDATE office.replica SET row_version = last.number
     WHERE code = NEW.code AND table_number = NEW.table_number
       AND id = NEW.id AND version = NEW.version;
    -- Wakes who listens; what there is they still have to ask for.
    PERFORM pg_notify(office.feed_channel(NEW.code), '');
    RETURN NULL;
END
$$;
