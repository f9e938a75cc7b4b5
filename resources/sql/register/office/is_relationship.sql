-- A registered wording of 続柄 (JS1 1.1.11): residents::parseRelationship, and written as it is registered.
CREATE OR REPLACE FUNCTION office.is_relationship(value text) RETURNS boolean LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, office, pg_temp AS $$
    SELECT value IN ('世帯主', '縁故者', '同居人')
           OR value ~ ('^(夫|妻|夫（未届）|妻（未届）|子|子（子の夫）|子（子の妻）|父|母|兄|姉|弟|妹)'
                       || '(の(夫|妻|夫（未届）|妻（未届）|子|子（子の夫）|子（子の妻）|父|母|兄|姉|弟|妹)){0,3}$')
              AND value !~ '(^|の)(夫|妻)(（未届）)?の(夫|妻)(（未届）)?(の|$)'
$$;
