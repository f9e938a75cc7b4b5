-- Procedure: entries (the register itself). What somebody did or asked for.
INSERT INTO register_log (at, user_id, station_id, action, subject, detail)
VALUES (:at, :user_id, :station_id, :action, :subject, :detail);
