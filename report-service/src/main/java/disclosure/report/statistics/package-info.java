/**
 * The figures that other services count: the matrix and the disputes from the statistics service,
 * and the register's own recount to hold them against. What can't be had in full and in time is
 * refused as a whole.
 */
package disclosure.report.statistics;
