/** The directory of organs as the register's events have told it. */
package disclosure.statistics.organ;
