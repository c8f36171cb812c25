/** Tells those who watch how far something is. */
package disclosure.report.run.watch;
