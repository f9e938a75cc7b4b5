-- Installing and upgrading: what fills the disk of the changes, and of every copy of them, is nobody's to call.
REVOKE ALL ON FUNCTION pg_catalog.pg_logical_emit_message(boolean, text, text),
    pg_catalog.pg_logical_emit_message(boolean, text, bytea) FROM PUBLIC
