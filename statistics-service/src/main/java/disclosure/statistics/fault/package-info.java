/** What can be wrong with a request to the statistics, by codes. */
package disclosure.statistics.fault;
