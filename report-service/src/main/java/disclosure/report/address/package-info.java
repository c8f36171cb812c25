/** How a request says which report it is about. */
package disclosure.report.address;
