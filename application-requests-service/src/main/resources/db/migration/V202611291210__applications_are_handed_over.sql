-- The other sides of an application that one organ handed to another. The organ stands beside the id,
-- because who acts for one side need not see the other's row.
ALTER TABLE application
  ADD COLUMN transferred_from        uuid,
  ADD COLUMN transferred_from_organ  text,
  ADD COLUMN transferred_to          uuid,
  ADD COLUMN transferred_to_organ    text;

GRANT UPDATE (transferred_from, transferred_from_organ, transferred_to, transferred_to_organ)
  ON application TO "${serviceRole}";
