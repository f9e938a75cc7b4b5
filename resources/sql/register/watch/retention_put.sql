-- Approving what the watch removes.
INSERT INTO office.retention (what, days, approved_by, approved_at)
VALUES ($1, $2, $3, office.moment())
ON CONFLICT (what) DO UPDATE SET days = excluded.days, approved_by = excluded.approved_by,
                                 approved_at = excluded.approved_at
