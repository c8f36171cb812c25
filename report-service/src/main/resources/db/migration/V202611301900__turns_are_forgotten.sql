-- Whose turn was long ago is forgotten: it may be a person's.
GRANT DELETE ON job_turn TO "${serviceRole}";
