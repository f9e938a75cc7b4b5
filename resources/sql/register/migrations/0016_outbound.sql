-- Migration: what other organisations have to be told of a 本登録 (issue 5).
SET LOCAL ROLE madoguchi_owner;
-- kind 1: 本人確認情報, 2: 転入通知. number: 更新順番号, from 1 without gaps. state 1: waits.
CREATE TABLE office.outbound (
    code text NOT NULL REFERENCES office.city,
    kind integer NOT NULL CHECK (kind IN (1, 2)),
    number bigint NOT NULL CHECK (number > 0),
    entry bigint NOT NULL,
    person bigint NOT NULL,
    version integer NOT NULL,
    state integer NOT NULL DEFAULT 1 CHECK (state = 1),
    PRIMARY KEY (code, kind, number),
    UNIQUE (code, kind, entry, person)
);
CREATE TRIGGER outbound_stays BEFORE UPDATE OF code, kind, number, entry, person, version OR DELETE ON office.outbound
    FOR EACH ROW EXECUTE FUNCTION office.keep_whole();
CREATE TRIGGER outbound_is_not_emptied BEFORE TRUNCATE ON office.outbound
    FOR EACH STATEMENT EXECUTE FUNCTION office.keep_whole();
-- It says more of an 異動処理 now.
DROP FUNCTION IF EXISTS office.move_traits(text);
RESET ROLE;
