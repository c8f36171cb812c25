package disclosure.statistics.page;

/**
 * A field of a form, as it was filled in.
 *
 * @param name of the parameter, and the id of the field
 * @param label in the clerk's words
 * @param value as it came
 * @param error what would be right; empty when nothing is wrong
 */
public record Field(String name, String label, String value, String error) {}
