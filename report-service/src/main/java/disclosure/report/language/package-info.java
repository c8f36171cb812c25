/**
 * Sentences in the two languages that the service speaks: Chinese, and English where it is
 * preferred.
 */
package disclosure.report.language;
