-- Sign-in and log checkpoints: a workstation.
SELECT station_id, name, scopes, log_key FROM station WHERE station_id = :station_id;
