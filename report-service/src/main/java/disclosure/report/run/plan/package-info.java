/** Which reports a year-end run goes over. */
package disclosure.report.run.plan;
