-- The tables a station with these scopes is sent, in order: central/replicarow.cpp, tablesFor().
CREATE OR REPLACE FUNCTION office.tables_of(scopes text[]) RETURNS integer[] LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN '住民' = ANY (scopes) THEN '{1,2,3,4}'::integer[] ELSE '{}'::integer[] END
        || CASE WHEN '税' = ANY (scopes) THEN '{5}'::integer[] ELSE '{}'::integer[] END
        || CASE WHEN '収納' = ANY (scopes) THEN '{6}'::integer[] ELSE '{}'::integer[] END
        || CASE WHEN '年金' = ANY (scopes) THEN '{7}'::integer[] ELSE '{}'::integer[] END
        || CASE WHEN '住民' = ANY (scopes) THEN '{8,9,10}'::integer[] ELSE '{}'::integer[] END
$$;
