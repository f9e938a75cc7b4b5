-- Migration: roles, schemas and tables of the register on PostgreSQL (issue 4). Run by a superuser.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['madoguchi_owner', 'madoguchi_clerk', 'madoguchi_admin'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', name);
        END IF;
    END LOOP;
    -- A backend's own start and certificate are told to whoever may read statistics only; who keeps
    -- the lock of the log from the others is ended (office.take_turn).
    GRANT pg_read_all_stats, pg_signal_backend TO madoguchi_owner;
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    -- Those that every server has, and a clerk has no business in.
    REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC;
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO madoguchi_clerk, madoguchi_admin',
                   current_database());
END
$$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE USAGE ON LANGUAGE plpgsql, sql FROM PUBLIC;
GRANT USAGE ON LANGUAGE plpgsql, sql TO madoguchi_owner;

CREATE SCHEMA office AUTHORIZATION madoguchi_owner;
CREATE SCHEMA numbers AUTHORIZATION madoguchi_owner;
CREATE SCHEMA api AUTHORIZATION madoguchi_owner;
GRANT USAGE ON SCHEMA api TO madoguchi_clerk;
GRANT USAGE ON SCHEMA office TO madoguchi_admin;
CREATE EXTENSION pgcrypto WITH SCHEMA office;

-- Whoever could take these locks could stop the feed and the log; large objects fill the disk.
DO $$
DECLARE
    called regprocedure;
BEGIN
    FOR called IN
        SELECT p.oid FROM pg_proc p
         WHERE (p.pronamespace = 'pg_catalog'::regnamespace
                AND (starts_with(p.proname, 'pg_advisory')
                     OR starts_with(p.proname, 'pg_try_advisory') OR starts_with(p.proname, 'lo_') OR p.proname IN ('lowrite', 'loread')))
            OR p.pronamespace = 'office'::regnamespace
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', called);
    END LOOP;
    GRANT EXECUTE ON FUNCTION pg_advisory_xact_lock(integer, integer),
        pg_try_advisory_xact_lock(integer, integer) TO madoguchi_owner;
    GRANT EXECUTE ON FUNCTION office.hmac(bytea, bytea, text), office.gen_random_bytes(integer)
       TO madoguchi_owner;
END
$$;

SET LOCAL ROLE madoguchi_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE madoguchi_owner REVOKE ALL ON FUNCTIONS FROM PUBLIC;

CREATE TABLE office.migration (
    number integer PRIMARY KEY,
    name text NOT NULL,
    sha256 bytea NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE office.city (
    code text PRIMARY KEY CHECK (code ~ '^[0-9]{6}$'),
    register_id text NOT NULL UNIQUE,
    municipality text NOT NULL,
    training boolean NOT NULL,
    log_key_secret bytea NOT NULL CHECK (octet_length(log_key_secret) = 32),
    log_key_open bytea NOT NULL CHECK (octet_length(log_key_open) = 32),
    failures_before_lock integer NOT NULL DEFAULT 5 CHECK (failures_before_lock > 0),
    made_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- row_version NULL: written in this transaction, gets its number when the transaction commits.
-- state: the 履歴番号 of a Person row, else 0.
CREATE TABLE office.replica (
    code text NOT NULL,
    table_number integer NOT NULL CHECK (table_number BETWEEN 1 AND 7),
    id bigint NOT NULL CHECK (id > 0),
    version integer NOT NULL CHECK (version = 0 OR table_number IN (2, 5, 6)),
    row_version bigint,
    state integer NOT NULL CHECK ((state > 0) = (table_number = 1)),
    body bytea NOT NULL,
    PRIMARY KEY (code, table_number, id, version)
);
ALTER TABLE office.replica ALTER COLUMN body SET STORAGE EXTERNAL;

CREATE TABLE office.feed (
    code text NOT NULL,
    number bigint NOT NULL CHECK (number > 0),
    table_number integer NOT NULL,
    id bigint NOT NULL,
    version integer NOT NULL,
    body bytea NOT NULL,
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    at timestamptz NOT NULL,
    PRIMARY KEY (code, number)
);

-- The newest 会計日 of any payment: up to when 消込 has come.
CREATE TABLE office.booking (
    code text PRIMARY KEY REFERENCES office.city,
    up_to date NOT NULL
);

-- user_id is the name of the login role and the CN of its certificate: one on the whole server.
CREATE TABLE office.user_account (
    code text NOT NULL REFERENCES office.city,
    user_id text NOT NULL UNIQUE CHECK (user_id ~ '^[a-z][a-z0-9_.-]{0,62}$'
                                        AND NOT starts_with(user_id, 'madoguchi_')
                                        AND NOT starts_with(user_id, 'pg_')),
    name text NOT NULL,
    section text NOT NULL,
    role integer NOT NULL CHECK (role BETWEEN 0 AND 2),
    fingerprint bytea NOT NULL,
    certificate_serial text,
    password_changed_on date,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    locked boolean NOT NULL,
    failures integer NOT NULL CHECK (failures >= 0),
    PRIMARY KEY (code, user_id),
    UNIQUE (code, fingerprint)
);

CREATE TABLE office.user_grant (
    code text NOT NULL,
    user_id text NOT NULL,
    right_bit integer NOT NULL CHECK (right_bit > 0),
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    PRIMARY KEY (code, user_id, right_bit, valid_from),
    FOREIGN KEY (code, user_id) REFERENCES office.user_account
);

-- proof_key: what the station proves itself with; NULL until it is enrolled here. share: the
-- register's part of the station key.
CREATE TABLE office.station (
    code text NOT NULL REFERENCES office.city,
    station_id text NOT NULL CHECK (station_id <> ''),
    name text NOT NULL,
    scopes text[] NOT NULL,
    log_key bytea NOT NULL,
    proof_key bytea CHECK (octet_length(proof_key) = 32),
    share bytea NOT NULL CHECK (octet_length(share) = 32),
    PRIMARY KEY (code, station_id)
);

CREATE TABLE office.station_head (
    code text NOT NULL,
    station_id text NOT NULL,
    row_count bigint NOT NULL CHECK (row_count >= 0),
    hash bytea NOT NULL,
    at timestamptz NOT NULL,
    signed_bytes bytea NOT NULL,
    signature bytea NOT NULL,
    PRIMARY KEY (code, station_id, row_count),
    FOREIGN KEY (code, station_id) REFERENCES office.station
);

-- One row a connection of the server. opened_at NULL: a nonce was given, no more.
CREATE UNLOGGED TABLE office.session (
    pid integer PRIMARY KEY,
    backend_start timestamptz NOT NULL,
    code text NOT NULL,
    user_id text NOT NULL,
    nonce bytea,
    nonce_at timestamptz NOT NULL,
    station_id text,
    opened_at timestamptz,
    xid xid8
);

CREATE TABLE office.ticket (
    number bigserial PRIMARY KEY,
    code text NOT NULL,
    pid integer NOT NULL,
    backend_start timestamptz NOT NULL,
    user_id text NOT NULL,
    station_id text NOT NULL,
    what text NOT NULL,
    asked_at timestamptz NOT NULL,
    used_at timestamptz,
    xid xid8 NOT NULL
);
CREATE INDEX ticket_by_time ON office.ticket (asked_at);

-- A row is written with a number below 0 and gets its own, with the hash, when it commits.
CREATE SEQUENCE office.log_entry;
CREATE TABLE office.register_log (
    code text NOT NULL REFERENCES office.city,
    number bigint NOT NULL DEFAULT -nextval('office.log_entry'),
    at timestamptz NOT NULL,
    user_id text NOT NULL,
    station_id text NOT NULL,
    call text NOT NULL,
    outcome text NOT NULL,
    detail text NOT NULL,
    hash bytea CHECK ((hash IS NULL) = (number < 0)),
    PRIMARY KEY (code, number)
);

CREATE TABLE numbers.person (
    code text NOT NULL REFERENCES office.city,
    person_id bigint NOT NULL,
    resident_code bytea NOT NULL,
    individual_number bytea NOT NULL,
    residence_card bytea NOT NULL,
    PRIMARY KEY (code, person_id)
);
RESET ROLE;
