/** How clerks have a ledger looked at and taken over: the same use cases as over HTTP, as pages. */
package disclosure.requests.page.ledger;
