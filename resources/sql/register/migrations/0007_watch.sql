-- Migration: what the watch beside the server keeps (issue 4): where it reads, counts, seals, verdicts.
-- The server names the card of a connection at DEBUG2 and before it knows the user; from there on
-- nobody's statements may come so far.
ALTER ROLE ALL SET log_min_messages = 'warning';
SET LOCAL ROLE madoguchi_owner;

-- source: the machine and the folder of a server's log. file: SHA-256 of the first line of the file
-- that is being read. sessions: cards of connections that are not decided yet.
CREATE TABLE office.watched_log (
    source text PRIMARY KEY,
    file bytea NOT NULL,
    place bigint NOT NULL CHECK (place >= 0),
    line_at text NOT NULL,
    sessions jsonb NOT NULL
);

-- Refused connections that count against an account, since its last successful one.
CREATE TABLE office.refused_count (
    code text NOT NULL,
    user_id text NOT NULL,
    count integer NOT NULL CHECK (count > 0),
    PRIMARY KEY (code, user_id),
    FOREIGN KEY (code, user_id) REFERENCES office.user_account
);

-- The seals file, line by line, for whoever has lost it; what counts is the file.
CREATE TABLE office.seal (
    number bigint PRIMARY KEY CHECK (number > 0),
    code text NOT NULL REFERENCES office.city,
    row_count bigint NOT NULL CHECK (row_count >= 0),
    head bytea NOT NULL CHECK (octet_length(head) = 32),
    line bytea NOT NULL
);
CREATE INDEX seal_by_city ON office.seal (code, number);

-- Whether a deposited head bears its station's signature; no line: not looked at yet.
CREATE TABLE office.head_verdict (
    code text NOT NULL,
    station_id text NOT NULL,
    row_count bigint NOT NULL,
    good boolean NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (code, station_id, row_count),
    FOREIGN KEY (code, station_id, row_count) REFERENCES office.station_head
);
CREATE INDEX head_forged ON office.head_verdict (code, station_id) WHERE NOT good;

-- What may be removed after how many days, and who approved it. No line: nothing is removed.
CREATE TABLE office.retention (
    what text PRIMARY KEY CHECK (what IN ('feed', 'ticket', 'session')),
    days integer NOT NULL CHECK (days >= 1 AND (what <> 'feed' OR days >= 40)),
    approved_by text NOT NULL CHECK (approved_by <> ''),
    approved_at timestamptz NOT NULL
);

-- When a station was used, to see whose log does not come.
CREATE INDEX log_of_stations ON office.register_log (code, station_id, at)
    WHERE call = 'open_session' AND outcome = 'ok';

CREATE TRIGGER seals_stay BEFORE UPDATE OR DELETE ON office.seal
    FOR EACH ROW EXECUTE FUNCTION office.keep_whole();
CREATE TRIGGER verdicts_stay BEFORE UPDATE OR DELETE ON office.head_verdict
    FOR EACH ROW EXECUTE FUNCTION office.keep_whole();
RESET ROLE;
