-- Who of the office handles an application, and what he notes for himself: neither a step nor a fact
-- of the law, so that it is simply replaced. A note may name people, and is encrypted.
ALTER TABLE application
  ADD COLUMN handler text,
  ADD COLUMN note    bytea;

CREATE INDEX application_by_handler ON application (handler, organ_code) WHERE handler IS NOT NULL;

GRANT UPDATE (handler, note) ON application TO "${serviceRole}";
