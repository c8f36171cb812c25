/** How the reports stand that a sum adds up, and what is done with many of them at once. */
package disclosure.report.workbench.board;
