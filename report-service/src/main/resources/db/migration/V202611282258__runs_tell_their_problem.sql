-- Why a run does not get on just now; empty when it does.
ALTER TABLE run ADD COLUMN problem text NOT NULL DEFAULT '';
