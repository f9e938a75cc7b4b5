-- ChangePassword (the register itself): that somebody changed his password, or was refused.
INSERT INTO register_log (at, user_id, station_id, action, subject, detail)
VALUES (:at, :user_id, :station_id, 'change_password', 0, :detail);
