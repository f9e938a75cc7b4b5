-- Migration: what keeps feed and log in commit order and whole (issue 4). Functions: ../office.
SET LOCAL ROLE madoguchi_owner;
CREATE OR REPLACE FUNCTION office.number_change() RETURNS trigger LANGUAGE plpgsql
    AS 'BEGIN RETURN NULL; END';
CREATE OR REPLACE FUNCTION office.number_log_row() RETURNS trigger LANGUAGE plpgsql
    AS 'BEGIN RETURN NULL; END';
CREATE OR REPLACE FUNCTION office.keep_whole() RETURNS trigger LANGUAGE plpgsql
    AS 'BEGIN RETURN NULL; END';
CREATE OR REPLACE FUNCTION office.keep_log() RETURNS trigger LANGUAGE plpgsql
    AS 'BEGIN RETURN NULL; END';

CREATE CONSTRAINT TRIGGER change_is_fed AFTER INSERT OR UPDATE OF body ON office.replica
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.row_version IS NULL)
    EXECUTE FUNCTION office.number_change();
CREATE CONSTRAINT TRIGGER log_is_chained AFTER INSERT ON office.register_log
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION office.number_log_row();

CREATE TRIGGER log_is_kept BEFORE UPDATE OR DELETE ON office.register_log
    FOR EACH ROW EXECUTE FUNCTION office.keep_log();
CREATE TRIGGER log_is_not_emptied BEFORE TRUNCATE ON office.register_log
    FOR EACH STATEMENT EXECUTE FUNCTION office.keep_whole();
CREATE TRIGGER identity_stays BEFORE UPDATE OF code, register_id, municipality, training, made_at,
    log_key_secret, log_key_open OR DELETE ON office.city
    FOR EACH ROW EXECUTE FUNCTION office.keep_whole();
CREATE TRIGGER feed_is_not_altered BEFORE UPDATE ON office.feed
    FOR EACH ROW EXECUTE FUNCTION office.keep_whole();
CREATE TRIGGER former_states_stay BEFORE UPDATE OF body OR DELETE ON office.replica
    FOR EACH ROW WHEN (OLD.table_number = 2) EXECUTE FUNCTION office.keep_whole();
CREATE TRIGGER heads_stay BEFORE UPDATE OR DELETE ON office.station_head
    FOR EACH ROW EXECUTE FUNCTION office.keep_whole();
RESET ROLE;
