/**
 * The application as it is stored and published: its row, its steps in a format of their own, what
 * follows from them, and what every change leaves in the audit trail and the outbox.
 */
package disclosure.requests.store;
