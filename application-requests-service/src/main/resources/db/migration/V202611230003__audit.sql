-- Who did what, when: only ever appended to.
CREATE TABLE audit_entry (
  id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  recorded_at   timestamptz NOT NULL,
  client_id     text        NOT NULL,
  action        text        NOT NULL,
  subject_kind  text        NOT NULL,
  subject_id    text        NOT NULL,
  organ_code    text        NOT NULL,
  version       bigint      NOT NULL
);

CREATE INDEX audit_entry_subject ON audit_entry (subject_kind, subject_id, id);

CREATE FUNCTION audit_entry_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_entry_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_is_append_only();

GRANT SELECT, INSERT ON audit_entry TO ${serviceRole};
