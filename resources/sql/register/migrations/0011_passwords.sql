-- Migration: a clerk changes his own password. What a login role has is the superuser's to look at and to write:
-- two functions that know of nobody but the caller, and that only the owner of the register calls.
CREATE SCHEMA logins;
REVOKE ALL ON SCHEMA logins FROM PUBLIC;
GRANT USAGE ON SCHEMA logins TO madoguchi_owner;

CREATE FUNCTION logins.own_verifier() RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT r.rolpassword FROM pg_authid r WHERE r.rolname = session_user);
END
$$;

-- What is no SCRAM verifier the server would take for a password, and keep what it makes of it.
CREATE FUNCTION logins.change_own(verifier text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF verifier !~ ('^SCRAM-SHA-256[$][1-9][0-9]{3,6}:[A-Za-z0-9+/]{22}==[$]'
                    || '[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$')
        OR NOT EXISTS (SELECT FROM pg_authid r JOIN pg_auth_members m ON m.member = r.oid
                        WHERE r.rolname = session_user AND NOT r.rolsuper
                          AND m.roleid = 'madoguchi_clerk'::regrole)
    THEN
        RETURN false;
    END IF;
    EXECUTE format('ALTER ROLE %I PASSWORD %L', session_user, verifier);
    RETURN true;
END
$$;
REVOKE ALL ON FUNCTION logins.own_verifier(), logins.change_own(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION logins.own_verifier(), logins.change_own(text) TO madoguchi_owner;

SET LOCAL ROLE madoguchi_owner;
-- must_change: somebody else knows the password, or it did not come here by api.change_password.
ALTER TABLE office.user_account ADD COLUMN must_change boolean NOT NULL DEFAULT false;
ALTER TABLE office.city
    ADD COLUMN password_days integer NOT NULL DEFAULT 90 CHECK (password_days > 0),
    ADD COLUMN password_history integer NOT NULL DEFAULT 10 CHECK (password_history BETWEEN 1 AND 50);

-- Passwords that are not taken again. proof: an HMAC under the server's key, so that a copy of the database
-- does not help to try passwords.
CREATE TABLE office.kept_password (
    code text NOT NULL,
    user_id text NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    iterations integer NOT NULL CHECK (iterations BETWEEN 4096 AND 1000000),
    salt bytea NOT NULL CHECK (octet_length(salt) = 16),
    proof bytea NOT NULL CHECK (octet_length(proof) = 32),
    at timestamptz NOT NULL,
    PRIMARY KEY (code, user_id, number),
    FOREIGN KEY (code, user_id) REFERENCES office.user_account
);
-- They are made anew with other parameters.
DROP FUNCTION IF EXISTS office.caller(text, integer);
DROP FUNCTION IF EXISTS office.set_password(text, text, text);
RESET ROLE;
