-- Figures that texts refer to by name, as JSON.
ALTER TABLE draft_revision ADD COLUMN named_figures text NOT NULL DEFAULT '[]';
