/** Calls that a service makes by itself to servers outside. */
package disclosure.edge.outgoing;
