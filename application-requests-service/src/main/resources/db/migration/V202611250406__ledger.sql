-- Ledgers that are being imported. Their rows hold personal data: they are encrypted, and removed as
-- soon as their applications are registered.
CREATE TABLE ledger_import (
  id            uuid        PRIMARY KEY,
  organ_code    text        NOT NULL REFERENCES organ (code),
  client_id     text        NOT NULL,
  ordered_at    timestamptz NOT NULL,
  total         integer     NOT NULL CHECK (total >= 1),
  registered    integer     NOT NULL DEFAULT 0,
  repeated      integer     NOT NULL DEFAULT 0,
  finished_at   timestamptz
);

CREATE INDEX ledger_import_open ON ledger_import (ordered_at) WHERE finished_at IS NULL;

CREATE TABLE ledger_part (
  id         uuid    PRIMARY KEY,
  import_id  uuid    NOT NULL REFERENCES ledger_import,
  number     integer NOT NULL,
  content    bytea   NOT NULL,
  UNIQUE (import_id, number)
);

-- Rows that were refused though they had been found sound, because the register changed meanwhile.
CREATE TABLE ledger_refusal (
  import_id   uuid    NOT NULL REFERENCES ledger_import,
  sheet       text    NOT NULL,
  row_number  integer NOT NULL,
  field       text    NOT NULL,
  chinese     text    NOT NULL,
  english     text    NOT NULL
);

CREATE INDEX ledger_refusal_import ON ledger_refusal (import_id);

GRANT SELECT, INSERT ON ledger_import, ledger_refusal TO ${serviceRole};
GRANT UPDATE (registered, repeated, finished_at) ON ledger_import TO ${serviceRole};
GRANT SELECT, INSERT, DELETE, UPDATE (number) ON ledger_part TO ${serviceRole};

ALTER TABLE ledger_import ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_refusal ENABLE ROW LEVEL SECURITY;

CREATE POLICY within_reach ON ledger_import
  USING ((SELECT current_setting('disclosure.reach', true)) = '*'
         OR organ_code IN (SELECT unnest(string_to_array(current_setting('disclosure.reach', true), ','))));

CREATE POLICY within_reach ON ledger_part
  USING ((SELECT current_setting('disclosure.reach', true)) = '*'
         OR EXISTS (SELECT 1 FROM requests.ledger_import WHERE ledger_import.id = import_id));

CREATE POLICY within_reach ON ledger_refusal
  USING ((SELECT current_setting('disclosure.reach', true)) = '*'
         OR EXISTS (SELECT 1 FROM requests.ledger_import WHERE ledger_import.id = import_id));
