-- What became of a parked record that was tried again.
ALTER TABLE rejected_event
  ADD COLUMN resolution  text CHECK (resolution IN ('APPLIED', 'GONE')),
  ADD COLUMN resolved_at timestamptz,
  ADD CHECK ((resolution IS NULL) = (resolved_at IS NULL));

GRANT UPDATE (resolution, resolved_at) ON rejected_event TO ${serviceRole};
