/**
 * Events into the counts, with exact effect: each batch is one database transaction that holds the
 * position, the newest states and the counts.
 */
package disclosure.statistics.ingest;
