/** A report as a document in any of its formats, drawn in turn within a bound. */
package disclosure.report.document;
