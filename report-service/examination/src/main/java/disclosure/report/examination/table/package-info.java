/** Finds the form's tables among the lines of a document, by their labels. */
package disclosure.report.examination.table;
