/** The tables over HTTP: one snapshot of the database for each answer. */
package disclosure.statistics.matrix;
