/** What a government's office collects: the reports that belong to a sum, and their sum. */
package disclosure.report.collection;
