package disclosure.requests.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.requests.application.NewStep;
import disclosure.requests.application.RecordedStep;
import disclosure.requests.store.format.NotesFormat;
import disclosure.requests.store.format.StepFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A step as the register holds it.
 *
 * @param sequence from 1, in the order of recording
 * @param content what is stored, with what this release doesn't know
 * @param corrects the earlier step in whose place it stands
 * @param recordedAt the moment of recording
 * @param understood what it says; empty when this release doesn't understand it
 */
public record StoredStep(
    int sequence,
    ObjectNode content,
    Optional<Integer> corrects,
    Instant recordedAt,
    Optional<RecordedStep> understood) {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** The columns that {@link #read} asks for. */
  static final String COLUMNS =
      "sequence, content, content_format, corrects, application_step.recorded_at AS step_recorded_at";

  /** A condition on a row of {@code application}: no step of it was recorded by a newer release. */
  public static final String ALL_UNDERSTOOD =
      "NOT EXISTS (SELECT FROM application_step step WHERE step.application_id = application.id"
          + " AND (step.content_format > "
          + StepFormat.NUMBER
          + " OR step.type NOT IN ('"
          + String.join("', '", StepFormat.TYPES)
          + "')))";

  static StoredStep read(ResultSet row) throws SQLException {
    int sequence = row.getInt("sequence");
    ObjectNode content = StepFormat.parse(row.getString("content"));
    Optional<Integer> corrects = Optional.ofNullable(row.getObject("corrects", Integer.class));
    Instant recordedAt = row.getTimestamp("step_recorded_at").toInstant();
    return new StoredStep(
        sequence,
        content,
        corrects,
        recordedAt,
        StepFormat.read(row.getInt("content_format"), content)
            .map(
                step ->
                    new RecordedStep(
                        sequence,
                        step,
                        corrects,
                        NotesFormat.read(content),
                        Optional.of(LocalDate.ofInstant(recordedAt, ZONE)),
                        StepFormat.receivedBefore(content))));
  }

  /** The office's number that stood before a correction of what was received. */
  Optional<String> replacedReference() {
    return Optional.of(content.at("/before/" + Receipts.SOURCE_REFERENCE))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue);
  }

  boolean says(NewStep step) {
    return corrects.equals(step.corrects())
        && understood
            .filter(known -> known.step().equals(step.step()))
            .filter(known -> known.notes().equals(step.notes()))
            .isPresent();
  }
}
