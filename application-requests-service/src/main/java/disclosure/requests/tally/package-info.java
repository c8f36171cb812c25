/**
 * The register's own recount of table three, by one SQL over the applications. It shares nothing
 * with the statistics service, so that the two can check each other.
 */
package disclosure.requests.tally;
