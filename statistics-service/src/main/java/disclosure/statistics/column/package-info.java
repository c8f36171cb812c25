/** Rows of a batch as columns, each one array, for statements that unnest them. */
package disclosure.statistics.column;
