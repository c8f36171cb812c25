/** Numbers of table three: what came in, what became of it, and whose it was. */
package disclosure.report.text.application;
