/** Rows of tables and lines of text in one shape, and what a single cell says. */
package disclosure.report.examination.line;
