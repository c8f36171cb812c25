/**
 * What running the service takes: its clock, answers from one state of the database, and what is
 * told of failures and freshness.
 */
package disclosure.statistics.operations;
