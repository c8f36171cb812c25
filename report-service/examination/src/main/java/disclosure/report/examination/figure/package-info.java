/** The figures of a report as they were read, each with its place and how sure it is. */
package disclosure.report.examination.figure;
