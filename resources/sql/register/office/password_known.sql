-- Sign-in: a login role may give itself another password (ALTER ROLE), past every rule: such a one must be
-- changed. One that was there before the register kept any is kept now. Answers whether the mark stands.
CREATE OR REPLACE FUNCTION office.password_known(account office.user_account) RETURNS boolean
    LANGUAGE plpgsql SET search_path = pg_catalog, office, pg_temp AS $$
DECLARE
    own text := logins.own_verifier();
    part record;
    held office.kept_password;
BEGIN
    SELECT * INTO part FROM office.verifier_parts(own);
    SELECT k.* INTO held FROM office.kept_password k
     WHERE k.code = account.code AND k.user_id = account.user_id ORDER BY k.number DESC LIMIT 1;
    IF account.must_change OR own IS NULL OR office.server_key(account.code) IS NULL THEN
        RETURN account.must_change;
    ELSIF held.number IS NULL AND part.stored IS NOT NULL THEN
        PERFORM office.keep_password(account.code, account.user_id, own);
    ELSIF held.proof IS DISTINCT FROM
          office.kept_proof(account.code, account.user_id, part.salt, part.stored)
    THEN
        UPDATE office.user_account a SET must_change = true
         WHERE a.code = account.code AND a.user_id = account.user_id;
        PERFORM office.note(account.code, NULL, 'open_session', 'PasswordExpired',
                            'a password that was not changed here');
        RETURN true;
    END IF;
    RETURN false;
END
$$;
