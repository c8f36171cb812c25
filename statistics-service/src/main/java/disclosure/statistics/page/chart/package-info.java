/** Charts as they are drawn: plain geometry, without a script and without a style of their own. */
package disclosure.statistics.page.chart;
