/** The printed page: HTML, and PDF with the fonts of the product or the office. */
package disclosure.report.document.print;
