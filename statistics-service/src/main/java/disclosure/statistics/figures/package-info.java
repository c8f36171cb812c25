/**
 * What the annual report's text and a supervisor ask beyond the tables: timeliness, channels, what
 * is open, fees, the course of the months, comparisons and rankings. Every figure says what it
 * counts.
 */
package disclosure.statistics.figures;
