/** How a step is written to its row and read back, apart from how it is sent and shown. */
package disclosure.requests.store.format;
