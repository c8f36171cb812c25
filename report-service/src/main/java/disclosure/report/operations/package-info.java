/** What running the service takes: its clock and its start. */
package disclosure.report.operations;
