/** What running the service takes: its clock, its start and its health. */
package disclosure.report.operations;
