/** What an editor enters for a report, as plain values. */
package disclosure.report.content;
