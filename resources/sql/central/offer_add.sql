-- Procedure: entries after a restore (the register itself). What a station hands in; the first one counts, but
-- its author's own word (own 1) more than another person's, and than his own about an acknowledgement before.
INSERT INTO offer (uuid, user_id, station_id, feed_number, at, filed_at, proposal, outcome, own)
VALUES (:uuid, :user_id, :station_id, :feed_number, :at, :filed_at, :proposal, 0, :own)
ON CONFLICT (uuid) DO UPDATE SET user_id = excluded.user_id, station_id = excluded.station_id,
    feed_number = excluded.feed_number, at = excluded.at, filed_at = excluded.filed_at,
    proposal = excluded.proposal, own = 1, outcome = 0
WHERE offer.outcome NOT IN (1, 2) AND excluded.own = 1
  AND (offer.own = 0 OR (offer.user_id = excluded.user_id AND offer.proposal = excluded.proposal
                         AND excluded.at > offer.at));
