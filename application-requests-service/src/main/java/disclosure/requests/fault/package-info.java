/** What can be wrong with a request to the register, by codes. */
package disclosure.requests.fault;
