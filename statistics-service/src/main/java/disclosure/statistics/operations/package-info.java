/** What running the service takes: its clock. */
package disclosure.statistics.operations;
