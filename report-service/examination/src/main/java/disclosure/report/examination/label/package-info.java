/** The labels of the form's rows and columns, and texts that are one of them, misspelt or not. */
package disclosure.report.examination.label;
