package disclosure.requests.store;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import disclosure.requests.application.Receipt;
import disclosure.requests.lookup.PossibleDuplicate;
import disclosure.requests.personaldata.SealedApplicant;
import disclosure.requests.store.state.DerivedState;
import disclosure.requests.store.state.DocumentNumbers;
import disclosure.requests.store.state.ProcessingFacts;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * New rows of the table of applications, any number in one statement: an array for each column. A
 * column is named once, with its type and where its value is from.
 */
final class NewRows {

  /** A new row. */
  private record Row(NewApplication application, byte[] digest) {

    Receipt receipt() {
      return application.application().receipt();
    }

    DerivedState derived() {
      return application.derived();
    }

    ProcessingFacts processing() {
      return application.derived().processing();
    }

    SealedApplicant applicant() {
      return application.applicant();
    }

    Optional<String> documentNumber() {
      return DocumentNumbers.of(application.application()).first();
    }
  }

  /**
   * A column.
   *
   * @param type its type; values but bytes travel as texts
   */
  private record Column(String name, String type, Function<Row, Object> value) {

    String elements() {
      return type.equals("bytea") ? "bytea" : "text";
    }
  }

  private static final List<Column> COLUMNS =
      List.of(
          new Column("id", "uuid", row -> row.application().id()),
          new Column("version", "bigint", row -> NewApplication.FIRST_VERSION),
          new Column("organ_code", "text", row -> row.receipt().organCode()),
          new Column("source_client", "text", row -> row.application().key().clientId()),
          new Column("source_reference", "text", row -> row.application().key().sourceReference()),
          new Column("received_on", "date", row -> row.receipt().receivedOn()),
          new Column("channel", "text", row -> row.receipt().channel()),
          new Column("logged_applicant_type", "text", row -> row.receipt().applicantType()),
          new Column("subject", "text", row -> row.application().subject()),
          new Column("imported", "boolean", row -> row.receipt().imported()),
          new Column("recorded_at", "timestamptz", row -> row.application().recordedAt()),
          new Column("changed_at", "timestamptz", row -> row.application().recordedAt()),
          new Column("applicant_type", "text", row -> row.derived().applicantType()),
          new Column("status", "text", row -> row.derived().status()),
          new Column("outcome", "text", row -> row.derived().outcome()),
          new Column("concluded_on", "date", row -> row.derived().concludedOn()),
          new Column("due_on", "date", row -> row.derived().dueOn()),
          new Column("due_provisional", "boolean", row -> row.derived().dueProvisional()),
          new Column("extended", "boolean", row -> row.derived().extended()),
          new Column("due_settled_on", "date", row -> row.derived().settledOn()),
          new Column("clock_revision", "bigint", row -> row.derived().clockRevision()),
          new Column("answer_due_on", "date", row -> row.processing().answerDueOn()),
          new Column("working_days", "integer", row -> row.processing().workingDays()),
          new Column("fees", "jsonb", row -> row.processing().storedFees()),
          new Column("on_behalf_of", "text", row -> row.application().onBehalfOf()),
          new Column("person", "text", row -> row.application().person()),
          new Column("handler", "text", row -> row.application().handler()),
          new Column("answer", "text", row -> row.application().answer()),
          new Column("applicant_name", "bytea", row -> row.applicant().name()),
          new Column("applicant_identity_number", "bytea", row -> row.applicant().identityNumber()),
          new Column("applicant_contact", "bytea", row -> row.applicant().contact()),
          new Column("applicant_fingerprint", "bytea", row -> row.applicant().fingerprint()),
          new Column("applicant_others", "bytea", row -> row.applicant().others()),
          new Column("submitted_on", "date", row -> row.application().notes().submittedOn()),
          new Column("oral", "boolean", row -> row.application().notes().oral()),
          new Column("requested_form", "text", row -> row.application().notes().form()),
          new Column("requested_way", "text", row -> row.application().notes().way()),
          new Column("document_number_key", "text", Row::documentNumber),
          new Column("reference_key", "text", row -> row.application().keys().reference()),
          new Column("name_digest", "bytea", row -> row.application().keys().name()),
          new Column("contact_digest", "bytea", row -> row.application().keys().contact()),
          new Column("request_digest", "bytea", row -> row.application().keys().request()),
          new Column("content_digest", "bytea", Row::digest));

  /**
   * What an earlier one is alike in. A subquery of one row, where EXISTS would read the whole table
   * for a few posts; it is asked once for both columns that it is for.
   */
  static final String ALIKE =
      """
      LATERAL (
        SELECT nullif(concat_ws(',',
                 (SELECT 'SAME_NUMBER' FROM application other
                   WHERE other.reference_key = posted.reference_key
                     AND other.organ_code = posted.organ_code AND other.status <> 'VOIDED'
                     AND (other.source_client, other.source_reference)
                         <> (posted.source_client, posted.source_reference)
                   LIMIT 1),
                 (SELECT 'SAME_REQUEST' FROM application other
                   WHERE other.request_digest = posted.request_digest
                     AND other.organ_code = posted.organ_code AND other.status <> 'VOIDED'
                   LIMIT 1)), '') AS possible_duplicate
        OFFSET 0) alike
      """;

  private static final String TOLD =
      """
      CASE WHEN alike.possible_duplicate IS NULL THEN posted.answer
           ELSE left(posted.answer, -1) || '{begin}'
                || replace(alike.possible_duplicate, ',', '","') || '{end}'
      END"""
          .replace("{begin}", PossibleDuplicate.BEGIN)
          .replace("{end}", PossibleDuplicate.END);

  private static final String INSERT =
      """
      INSERT INTO application ({names}, possible_duplicate, calculated_version, calculated_by)
      SELECT {values}, alike.possible_duplicate, posted.version::bigint, {rules}
        FROM unnest({arrays}) AS posted ({names}), {alike}
      ON CONFLICT (source_client, organ_code, source_reference) DO NOTHING
      RETURNING id, CASE WHEN possible_duplicate IS NOT NULL THEN answer END AS answer
      """
          .replace("{names}", each(Column::name))
          .replace("{rules}", Integer.toString(DerivedState.RULES))
          .replace("{alike}", ALIKE)
          .replace("{values}", each(NewRows::value))
          .replace(
              "{arrays}", each(column -> ":" + column.name() + "::" + column.elements() + "[]"));

  private NewRows() {}

  /**
   * Stores those whose natural key is free; waits for transactions that are just taking one.
   *
   * @param digests what each says, encrypted
   * @return those that were stored, in their order
   */
  static List<NewApplication> insert(
      Connection connection, List<NewApplication> applications, List<byte[]> digests)
      throws SQLException {
    List<Row> rows =
        IntStream.range(0, applications.size())
            .mapToObj(number -> new Row(applications.get(number), digests.get(number)))
            .toList();
    Sql insert = Sql.of(connection, INSERT);
    for (Column column : COLUMNS) {
      insert.array(
          column.name(), column.elements(), rows.stream().map(column.value()).collect(toList()));
    }
    Map<UUID, Stored> stored =
        insert.list(Stored.class).stream().collect(toMap(Stored::id, Function.identity()));
    return applications.stream()
        .filter(application -> stored.containsKey(application.id()))
        .map(application -> stored.get(application.id()).of(application))
        .toList();
  }

  /**
   * A row that is new.
   *
   * @param answer when it is another than was prepared
   */
  private record Stored(UUID id, Optional<String> answer) {

    NewApplication of(NewApplication application) {
      return answer.map(application::answered).orElse(application);
    }
  }

  private static String value(Column column) {
    return column.name().equals("answer") ? TOLD : "posted." + column.name() + "::" + column.type();
  }

  private static String each(Function<Column, String> part) {
    return COLUMNS.stream().map(part).collect(joining(", "));
  }
}
