/** How much one client may ask for. */
package disclosure.requests.limit;
