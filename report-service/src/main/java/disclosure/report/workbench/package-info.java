/** Where annual reports are written, checked, released and collected, as pages. */
package disclosure.report.workbench;
