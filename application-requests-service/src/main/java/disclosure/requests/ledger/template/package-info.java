/** An empty ledger for offices that begin one. */
package disclosure.requests.ledger.template;
