/**
 * Sums of the daily counts over large subtrees and over days, months and years, so that a country
 * is answered for as quickly as an office. Counting only notes its changes; they are added to the
 * sums a moment later, and until then every reader adds them itself.
 */
package disclosure.statistics.rollup;
