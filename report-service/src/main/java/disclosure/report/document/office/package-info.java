/** Files for office programs: DOCX and XLSX. */
package disclosure.report.document.office;
