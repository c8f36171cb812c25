package disclosure.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * One entry of a problem's {@code errors}. Where the field is, one of {@code pointer}, {@code
 * parameter} and {@code header} says; none does when it is in nothing that was sent.
 *
 * @param field the path of the field; empty for the body as a whole
 * @param pointer its place in the body (RFC 6901); empty for the body as a whole
 * @param parameter the name of the parameter of the path or query
 * @param header the name of the header
 * @param code what is wrong, by a word that always means the same
 * @param message what would be right, in the language of the answer
 * @param expected the same as data, where the service knows it
 * @param rule the article that stands behind it, where one does
 * @param record the address of the record that stands in the way, where there is one
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record FieldError(
    String field,
    Optional<String> pointer,
    Optional<String> parameter,
    Optional<String> header,
    String code,
    String message,
    Optional<Expected> expected,
    Optional<String> rule,
    Optional<String> record) {}
