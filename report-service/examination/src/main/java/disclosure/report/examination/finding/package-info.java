/** What is wrong with a report, and what somebody should look at. */
package disclosure.report.examination.finding;
