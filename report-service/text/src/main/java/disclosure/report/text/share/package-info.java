/** Totals with their parts, shares and rates. */
package disclosure.report.text.share;
