-- Most documents are compressed already; trying again costs more than storing a whole report.
ALTER TABLE published_document ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE run_document ALTER COLUMN bytes SET STORAGE EXTERNAL;
