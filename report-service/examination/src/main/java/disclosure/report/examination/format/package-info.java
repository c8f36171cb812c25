/** What kind of file it is, and the readers of text and HTML. */
package disclosure.report.examination.format;
