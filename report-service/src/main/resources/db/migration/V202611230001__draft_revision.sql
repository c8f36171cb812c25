-- Every state that the draft of an annual report ever had. The newest version is the draft; rows
-- are added and never changed, so the history is complete, and two editors cannot both add the
-- same version.
GRANT USAGE ON SCHEMA report TO ${serviceRole};

CREATE TABLE draft_revision (
  organ_code                       text           NOT NULL CHECK (organ_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  report_year                      integer        NOT NULL CHECK (report_year BETWEEN 2008 AND 9999),
  version                          bigint         NOT NULL CHECK (version >= 1),
  edition                          text           NOT NULL CHECK (edition <> ''),
  -- The texts: one paragraph a line.
  lead                             text           NOT NULL,
  overview                         text           NOT NULL,
  problems                         text           NOT NULL,
  other_matters                    text           NOT NULL,
  regulations_issued               bigint         NOT NULL CHECK (regulations_issued >= 0),
  regulations_repealed             bigint         NOT NULL CHECK (regulations_repealed >= 0),
  regulations_in_force             bigint         NOT NULL CHECK (regulations_in_force >= 0),
  normative_documents_issued       bigint         NOT NULL CHECK (normative_documents_issued >= 0),
  normative_documents_repealed     bigint         NOT NULL CHECK (normative_documents_repealed >= 0),
  normative_documents_in_force     bigint         NOT NULL CHECK (normative_documents_in_force >= 0),
  administrative_licences          bigint         NOT NULL CHECK (administrative_licences >= 0),
  administrative_penalties         bigint         NOT NULL CHECK (administrative_penalties >= 0),
  administrative_coercion          bigint         NOT NULL CHECK (administrative_coercion >= 0),
  -- 万元
  administrative_fees_10k_yuan     numeric(15, 3) NOT NULL CHECK (administrative_fees_10k_yuan >= 0),
  signed_by                        text           NOT NULL CHECK (signed_by <> ''),
  signed_on                        date,
  recorded_by                      text           NOT NULL,
  recorded_at                      timestamptz    NOT NULL,
  PRIMARY KEY (organ_code, report_year, version)
);

GRANT SELECT, INSERT ON draft_revision TO ${serviceRole};
