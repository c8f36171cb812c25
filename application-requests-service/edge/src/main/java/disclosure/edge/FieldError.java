package disclosure.edge;

/**
 * One entry of a problem's {@code errors}.
 *
 * @param field the path of the field; empty for the body as a whole
 * @param message what would be right, in the language of the answer
 */
public record FieldError(String field, String message) {}
