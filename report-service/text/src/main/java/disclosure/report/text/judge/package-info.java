/** Holds what the sentences of a report say against its tables. */
package disclosure.report.text.judge;
