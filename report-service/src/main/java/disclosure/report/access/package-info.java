/** Which report a request is about, and what its caller may do with it. */
package disclosure.report.access;
