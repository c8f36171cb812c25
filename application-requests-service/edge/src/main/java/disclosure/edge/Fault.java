package disclosure.edge;

/**
 * What is wrong with one field.
 *
 * @param field the field as the client wrote it, as a path: {@code applicant.type}, {@code
 *     steps[2].outcome}; empty for the body as a whole
 * @param message what would be right; never the value that was sent
 */
public record Fault(String field, Text message) {

  /** The same fault in both languages. */
  public static Fault of(String field, String chinese, String english) {
    return new Fault(field, new Text(chinese, english));
  }

  /** The same fault, of a field inside the given one. */
  public Fault within(String outer) {
    return new Fault(Paths.join(outer, field), message);
  }
}
