-- How an application was handled, for the statistics. The fees are absent until this was reckoned of
-- an application that was recorded before it was kept.
ALTER TABLE application
  ADD COLUMN answer_due_on date,
  ADD COLUMN working_days  integer CHECK (working_days >= 0),
  ADD COLUMN fees          jsonb;

COMMENT ON COLUMN application.answer_due_on IS 'the last day that the answer had to keep; absent when the clock waited at the time';
COMMENT ON COLUMN application.working_days IS 'from receipt to answer, without those on which the clock waited';
COMMENT ON COLUMN application.fees IS 'notices and payments that stand, amounts in fen';

CREATE INDEX application_not_handled ON application (id) WHERE fees IS NULL;

GRANT UPDATE (answer_due_on, working_days, fees) ON application TO "${serviceRole}";
