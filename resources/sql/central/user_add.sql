-- Making accounts.
INSERT INTO user_account (user_id, name, section, role, fingerprint, password_changed_on,
                          valid_from, valid_to, locked, failures)
VALUES (:user_id, :name, :section, :role, :fingerprint, :password_changed_on,
        :valid_from, :valid_to, :locked, :failures);
