/** Year-end runs as pages: ordered, watched, and what came of each report. */
package disclosure.report.workbench.runs;
