-- The register of applications. Who applies stands only here, each value encrypted for its own row
-- and column; the subject is plain, and leaves the register neither in events nor in logs.
CREATE TABLE application (
    id                        uuid        NOT NULL PRIMARY KEY,
    version                   bigint      NOT NULL CHECK (version >= 1),
    organ_code                text        NOT NULL,
    source_client             text        NOT NULL,
    source_reference          text        NOT NULL,
    received_on               date        NOT NULL,
    channel                   text        NOT NULL,
    logged_applicant_type     text        NOT NULL,
    applicant_name            bytea,
    applicant_identity_number bytea,
    applicant_contact         bytea,
    subject                   text,
    imported                  boolean     NOT NULL,
    recorded_at               timestamptz NOT NULL,
    -- What follows from the steps, kept with them in the same transaction.
    applicant_type            text        NOT NULL,
    status                    text        NOT NULL,
    outcome                   text,
    concluded_on              date,
    due_on                    date,
    due_provisional           boolean     NOT NULL,
    extended                  boolean     NOT NULL,
    changed_at                timestamptz NOT NULL,
    CHECK ((status = 'CONCLUDED') = (outcome IS NOT NULL)),
    CHECK ((outcome IS NULL) = (concluded_on IS NULL)),
    CHECK (concluded_on >= received_on)
);

CREATE INDEX application_by_organ ON application (organ_code, received_on);

COMMENT ON COLUMN application.logged_applicant_type IS 'as first logged; reclassification is a step';
COMMENT ON COLUMN application.applicant_type IS 'the column of the form that the application counts in';

-- Appended, never edited; content is the step as JSON, in the shape of the interface.
CREATE TABLE application_step (
    application_id uuid        NOT NULL REFERENCES application,
    sequence       integer     NOT NULL CHECK (sequence >= 1),
    type           text        NOT NULL,
    happened_on    date        NOT NULL,
    content        text        NOT NULL,
    corrects       integer     CHECK (corrects < sequence),
    client_id      text        NOT NULL,
    recorded_at    timestamptz NOT NULL,
    PRIMARY KEY (application_id, sequence)
);

-- The natural key of a posted application, with what makes a repeated post answer as the first did.
-- The digest of the content is encrypted, so that it can't be tried out with guessed names.
CREATE TABLE application_intake (
    client_id        text  NOT NULL,
    organ_code       text  NOT NULL,
    source_reference text  NOT NULL,
    application_id   uuid  NOT NULL UNIQUE REFERENCES application DEFERRABLE INITIALLY DEFERRED,
    content_digest   bytea NOT NULL,
    answer           text  NOT NULL,
    PRIMARY KEY (client_id, organ_code, source_reference)
);

-- Which step a post with an Idempotency-Key appended, and what was answered.
CREATE TABLE step_intake (
    application_id  uuid    NOT NULL,
    client_id       text    NOT NULL,
    idempotency_key text    NOT NULL,
    sequence        integer NOT NULL,
    version         bigint  NOT NULL,
    answer          text    NOT NULL,
    PRIMARY KEY (application_id, client_id, idempotency_key),
    FOREIGN KEY (application_id, sequence) REFERENCES application_step
);

GRANT SELECT, INSERT ON application, application_step, application_intake, step_intake TO "${serviceRole}";
GRANT UPDATE (version, applicant_type, status, outcome, concluded_on, due_on, due_provisional, extended, changed_at)
    ON application TO "${serviceRole}";
