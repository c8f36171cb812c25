/** What can be wrong with a request to the report service, by codes. */
package disclosure.report.fault;
