/** The register's clock, and the end of its schedules. */
package disclosure.requests.operations;
