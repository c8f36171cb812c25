/** Reading spreadsheets as lines of texts, within bounds on what that allocates. */
package disclosure.requests.ledger.sheet;
