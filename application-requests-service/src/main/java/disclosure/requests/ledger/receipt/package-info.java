/** In which year an application was received whose row in a ledger names none. */
package disclosure.requests.ledger.receipt;
