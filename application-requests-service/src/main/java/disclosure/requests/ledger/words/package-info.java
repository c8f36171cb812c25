/**
 * What offices write into ledgers: days, years above tables, and words for codes, usual ones and an
 * organ's own.
 */
package disclosure.requests.ledger.words;
