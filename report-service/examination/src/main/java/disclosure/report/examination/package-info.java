/**
 * Reads a published annual report as it is, in any usual format, and says what is wrong with it.
 * Nothing that was published is ever put right.
 */
package disclosure.report.examination;
