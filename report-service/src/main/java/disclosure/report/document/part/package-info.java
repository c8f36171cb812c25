/** What several formats are made of: printable characters, XML, packages of parts, files. */
package disclosure.report.document.part;
