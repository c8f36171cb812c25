/**
 * Words, quantities and stops of a text in one writing, by the lexicon and the names that an organ
 * goes by.
 */
package disclosure.report.text.word;
