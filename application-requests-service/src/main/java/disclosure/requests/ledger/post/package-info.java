/** The shape in which rows of a ledger are posted as applications. */
package disclosure.requests.ledger.post;
