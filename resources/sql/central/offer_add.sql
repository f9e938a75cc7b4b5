-- Procedure: entries after a restore (the register itself). What a station hands in; the first one counts, but
-- its author's own word (own 1) more than another person's.
INSERT INTO offer (uuid, user_id, station_id, feed_number, at, filed_at, proposal, outcome, own)
VALUES (:uuid, :user_id, :station_id, :feed_number, :at, :filed_at, :proposal, 0, :own)
ON CONFLICT (uuid) DO UPDATE SET user_id = excluded.user_id, station_id = excluded.station_id,
    feed_number = excluded.feed_number, at = excluded.at, filed_at = excluded.filed_at,
    proposal = excluded.proposal, own = 1
WHERE offer.own = 0 AND offer.outcome = 0 AND excluded.own = 1;
