/** Tables for spreadsheets, written row by row. */
package disclosure.requests.search.table;
