package disclosure.edge;

import java.util.Locale;
import java.util.Optional;

/**
 * What is wrong with one field. Made by {@link FaultCode}, so that none is without its code.
 *
 * @param field the field as the client wrote it, as a path: {@code applicant.type}, {@code
 *     steps[2].outcome}; empty for the body as a whole
 * @param pointer where it stands in the body (RFC 6901); empty for what no request holds
 * @param code what programs know it by
 * @param message what would be right; never the value that was sent
 * @param expected the same as data, where it is known
 * @param record the address of the record that stands in the way; only where the caller may see it
 */
public record Fault(
    String field,
    Optional<String> pointer,
    FaultCode code,
    Text message,
    Optional<Expected> expected,
    Optional<String> record) {

  /** That this is wrong with a field, in words of its own. */
  public static Fault of(String field, FaultCode code, Text message) {
    return new Fault(
        field,
        Optional.of(Paths.pointer(field)),
        code,
        message,
        Optional.empty(),
        Optional.empty());
  }

  /** The same fault, and what would be right. */
  public Fault expecting(Expected right) {
    return new Fault(field, pointer, code, message, Optional.of(right), record);
  }

  /** The same fault, and which record stands in the way; only for who may see that. */
  public Fault heldBy(String address) {
    return new Fault(field, pointer, code, message, expected, Optional.of(address));
  }

  /** The same fault, told in other words. */
  public Fault saying(Text other) {
    return new Fault(field, pointer, code, other, expected, record);
  }

  /** The same fault, of a field inside the given one. */
  public Fault within(String outer) {
    return new Fault(
        Paths.join(outer, field),
        pointer.map(Paths.pointer(outer)::concat),
        code,
        message,
        expected,
        record);
  }

  /** The same fault, of what is stored or in a file: nothing in the request is to be mended. */
  public Fault ofRecord() {
    return new Fault(field, Optional.empty(), code, message, expected, record);
  }

  /** The same fault, at exactly that place of the body. */
  Fault pointing(String exactly) {
    return new Fault(field, Optional.of(exactly), code, message, expected, record);
  }

  /** The entry of a problem, in the given language. */
  FieldError in(Locale language, RequestNames names) {
    boolean parameter = names.parameters().contains(field);
    boolean header = names.headers().contains(field);
    return new FieldError(
        field,
        pointer.filter(place -> !parameter && !header),
        Optional.of(field).filter(name -> parameter),
        Optional.of(field).filter(name -> header),
        code.code(),
        message.in(language),
        expected,
        code.rule(),
        record);
  }
}
