-- Table two in the edition of 2019, as JSON; NULL in reports of the edition of 2021.
ALTER TABLE draft_revision ADD COLUMN former_proactive text;
