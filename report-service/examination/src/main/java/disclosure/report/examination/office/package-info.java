/** Packages of XML parts, and the readers of DOCX and XLSX, element by element. */
package disclosure.report.examination.office;
