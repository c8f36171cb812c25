/**
 * The transactions of the register: each is about the records of a reach, to which PostgreSQL's
 * row-level security keeps it.
 */
package disclosure.requests.transaction;
