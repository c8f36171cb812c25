/** Taking over the ledgers (依申请公开台账) that offices keep as spreadsheets. */
package disclosure.requests.ledger;
