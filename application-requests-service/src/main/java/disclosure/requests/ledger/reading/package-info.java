/** Reading ledgers: where their columns are, and what their rows say. */
package disclosure.requests.ledger.reading;
