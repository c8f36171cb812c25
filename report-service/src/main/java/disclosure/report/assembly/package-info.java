/** The statutory report put together from what an editor wrote and what the services counted. */
package disclosure.report.assembly;
