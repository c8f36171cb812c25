/** What holds of the pages' texts in both languages. */
package disclosure.edge.testing.wording;
