-- Every version of an organ that ever arrived, the newest one too. Only ever appended to.
CREATE TABLE organ_history (
  organ_code     text COLLATE "C" NOT NULL,
  version        bigint      NOT NULL,
  recorded_at    timestamptz NOT NULL,
  name           text        NOT NULL,
  kind           text        NOT NULL,
  parent_code    text,
  valid_from     date,
  valid_to       date,
  successor_code text,
  formerly       jsonb       NOT NULL,
  PRIMARY KEY (organ_code, version)
);

CREATE INDEX organ_history_recorded ON organ_history (recorded_at);

-- When these were recorded was not kept. They count as always known, until a rebuild reads it from
-- the topic.
INSERT INTO organ_history
SELECT organ_code, version, '-infinity', name, kind, parent_code, valid_from, valid_to,
       successor_code, formerly
FROM organ_state;

GRANT SELECT, INSERT ON organ_history TO ${serviceRole};
GRANT SELECT, INSERT, UPDATE (recorded_at) ON organ_history TO ${rebuildRole};
