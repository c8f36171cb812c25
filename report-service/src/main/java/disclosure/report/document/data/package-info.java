/** The tables as data: CSV with its metadata, and JSON. */
package disclosure.report.document.data;
