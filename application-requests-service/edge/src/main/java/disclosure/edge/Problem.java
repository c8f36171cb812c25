package disclosure.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The body of every refusal (RFC 9457), in one language.
 *
 * @param type {@code /problems/<slug>}; the same slug always means the same thing
 * @param title what kind of problem it is
 * @param status the HTTP status
 * @param detail what to do about it
 * @param errors an entry for each faulty field; left out when no field is at fault
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {

  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";
}
