/** A report as a document: HTML, DOCX and PDF, all drawn from the same form. */
package disclosure.report.document;
