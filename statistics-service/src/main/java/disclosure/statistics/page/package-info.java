/** What people see of the statistics: the same questions as over HTTP, answered as pages. */
package disclosure.statistics.page;
