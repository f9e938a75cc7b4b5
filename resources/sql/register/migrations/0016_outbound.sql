-- Migration: what other organisations have to be told of a 本登録 (issue 5).
SET LOCAL ROLE madoguchi_owner;
-- kind 1: 本人確認情報, 2: 転入通知. number: 更新順番号, from 1 without gaps. lineage: that of the commit; what was given
-- out between a copy and its restore is given out once more, in another one. state 1: waits. What was registered
-- before has none: `register check` names it.
CREATE TABLE office.outbound (
    code text NOT NULL REFERENCES office.city,
    kind integer NOT NULL CHECK (kind IN (1, 2)),
    number bigint NOT NULL CHECK (number > 0),
    entry bigint NOT NULL,
    person bigint NOT NULL,
    version integer NOT NULL,
    lineage text NOT NULL,
    state integer NOT NULL DEFAULT 1 CHECK (state = 1),
    PRIMARY KEY (code, kind, number),
    UNIQUE (code, kind, entry, person)
);
CREATE TRIGGER outbound_stays BEFORE UPDATE OF code, kind, number, entry, person, version, lineage OR DELETE ON office.outbound
    FOR EACH ROW EXECUTE FUNCTION office.keep_whole();
CREATE TRIGGER outbound_is_not_emptied BEFORE TRUNCATE ON office.outbound
    FOR EACH STATEMENT EXECUTE FUNCTION office.keep_whole();
RESET ROLE;
