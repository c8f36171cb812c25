/** The tables as CSV, for spreadsheets and programs. */
package disclosure.statistics.csv;
