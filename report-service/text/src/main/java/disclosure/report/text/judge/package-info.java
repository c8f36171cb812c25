/**
 * Holds what the sentences of a report say against its tables, and what it cites and says of fees.
 */
package disclosure.report.text.judge;
