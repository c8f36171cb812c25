-- Years of the working-day calendar that an administrator loaded, every version of each. A year
-- that is not here is the product's own, or else not announced yet.
CREATE TABLE calendar_year (
  division   text        NOT NULL CHECK (division ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6})?$'),
  year       integer     NOT NULL CHECK (year BETWEEN 2008 AND 2200),
  version    integer     NOT NULL CHECK (version >= 1),
  notice     text        NOT NULL,
  loaded_by  text        NOT NULL,
  loaded_at  timestamptz NOT NULL,
  PRIMARY KEY (division, year, version)
);

COMMENT ON COLUMN calendar_year.division IS 'GB/T 2260, the place whose days off these are; empty for the country';

CREATE TABLE calendar_day (
  division  text    NOT NULL,
  year      integer NOT NULL,
  version   integer NOT NULL,
  day       date    NOT NULL CHECK (extract(year FROM day) = year),
  kind      text    NOT NULL CHECK (kind IN ('HOLIDAY', 'MAKE_UP_WORKING_DAY')),
  holiday   text    NOT NULL,
  PRIMARY KEY (division, year, version, day),
  FOREIGN KEY (division, year, version) REFERENCES calendar_year
);

-- Grows with every change of what due dates rest on: the calendar, or the settings of the clock.
CREATE TABLE clock_revision (
  id        integer PRIMARY KEY CHECK (id = 1),
  revision  bigint  NOT NULL,
  settings  text    NOT NULL
);

INSERT INTO clock_revision VALUES (1, 1, '');

ALTER TABLE application
  ADD COLUMN clock_revision bigint NOT NULL DEFAULT 0,
  ADD COLUMN due_settled_on date;

COMMENT ON COLUMN application.clock_revision IS 'by which revision the due date was reckoned';
COMMENT ON COLUMN application.due_settled_on IS 'the first day on which the due date may be another though nothing happens';

-- For whom the client recorded it: an office, a unit or a clerk's number.
ALTER TABLE application ADD COLUMN on_behalf_of text;
ALTER TABLE application_step ADD COLUMN on_behalf_of text;

CREATE INDEX application_by_clock ON application (clock_revision) WHERE status NOT IN ('CONCLUDED', 'VOIDED');
CREATE INDEX application_by_settling ON application (due_settled_on) WHERE due_settled_on IS NOT NULL;

-- A calendar belongs to no organ.
ALTER TABLE audit_entry ALTER COLUMN organ_code DROP NOT NULL;

GRANT SELECT, INSERT ON calendar_year, calendar_day TO "${serviceRole}";
GRANT SELECT, UPDATE (revision, settings) ON clock_revision TO "${serviceRole}";
GRANT UPDATE (clock_revision, due_settled_on) ON application TO "${serviceRole}";
