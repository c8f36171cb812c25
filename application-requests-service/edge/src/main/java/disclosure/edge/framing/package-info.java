/** How requests are told apart on a connection, before anything else sees them. */
package disclosure.edge.framing;
