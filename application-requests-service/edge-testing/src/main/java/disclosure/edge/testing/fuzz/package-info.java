/** Bytes that nobody would send, for those who must read or refuse whatever they are sent. */
package disclosure.edge.testing.fuzz;
