/**
 * What sentences of an annual report say, and whether its tables say the same. Plain Java: a text
 * is brought into one writing, cut into words of a lexicon and quantities, and read clause by
 * clause.
 */
package disclosure.report.text;
