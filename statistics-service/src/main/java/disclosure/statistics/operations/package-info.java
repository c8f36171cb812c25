/** What running the service takes: its clock, and answers from one state of the database. */
package disclosure.statistics.operations;
