/** A document without its format: paragraphs and grids in the order of reading. */
package disclosure.report.examination.document;
