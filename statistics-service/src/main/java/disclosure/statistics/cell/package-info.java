/** The applications behind a printed number. */
package disclosure.statistics.cell;
