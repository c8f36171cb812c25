/** What a text can say that is true or false, and which cells of the tables it says it of. */
package disclosure.report.text.claim;
