/** What is published, as pages that everybody reads without signing in. */
package disclosure.report.page;
