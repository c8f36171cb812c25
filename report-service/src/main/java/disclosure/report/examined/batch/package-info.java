/** Archives of many published reports, examined in the background. */
package disclosure.report.examined.batch;
