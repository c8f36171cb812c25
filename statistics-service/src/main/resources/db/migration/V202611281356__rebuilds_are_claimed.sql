-- Whoever rebuilds claims it for a while, by the database's clock, and renews the claim. One whose
-- claim ran out was given up with its instance. A release that claims nothing has an hour.
ALTER TABLE rebuild ADD COLUMN claimed_until timestamptz NOT NULL DEFAULT now() + interval '1 hour';

CREATE UNIQUE INDEX rebuild_under_way ON rebuild ((finished_at IS NULL)) WHERE finished_at IS NULL;

-- An instance that read none of a topic's partitions took all its parked records for gone, unread.
UPDATE rejected_event SET resolution = NULL, resolved_at = NULL WHERE resolution = 'GONE';
