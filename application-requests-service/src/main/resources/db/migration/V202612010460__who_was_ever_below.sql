-- Who was below an organ before is looked for at each change of it.
CREATE INDEX IF NOT EXISTS organ_term_parent ON organ_term (parent_code);
