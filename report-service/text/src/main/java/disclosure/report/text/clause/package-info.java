/** What stands between two stops, and whom, what and when it is about. */
package disclosure.report.text.clause;
