/** What was done with each row of an imported ledger. */
package disclosure.requests.ledger.result;
