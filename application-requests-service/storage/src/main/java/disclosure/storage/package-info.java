/**
 * What every service has at its database: transactions that are repeated when PostgreSQL asks for
 * it, one answer to the question what a failure means, and SQL by names.
 */
package disclosure.storage;
