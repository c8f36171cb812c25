-- Lists are read in one of these orders, from where the page before ended.
CREATE INDEX application_by_receipt ON application (received_on, id);
CREATE INDEX application_by_due_date ON application (due_on, id) WHERE due_on IS NOT NULL;
