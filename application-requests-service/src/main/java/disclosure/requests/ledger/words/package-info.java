/** What offices write into ledgers: days, years above tables, and words for codes. */
package disclosure.requests.ledger.words;
