package disclosure.requests.registration;

import static disclosure.edge.testing.TestClient.ANALYST;
import static disclosure.edge.testing.TestClient.FOREIGN_RECORDER;
import static disclosure.edge.testing.TestClient.MISCONFIGURED;
import static disclosure.edge.testing.TestClient.NOBODY;
import static disclosure.edge.testing.TestClient.OFFICE_RECORDER;
import static disclosure.edge.testing.TestClient.RECORDER;
import static disclosure.edge.testing.TestClient.RECORDER_OF_NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong requests: each is answered with a problem that names its field, and stores nothing. */
@Tag("slow")
@QuarkusTest
class BadInputIT {

  /** Stands in values that must not come back. */
  private static final String SENT = "SENTSENTSENT";

  private static final int MANY = 100_000;

  @BeforeEach
  void organs() {
    RegisterTables.knowTestOrgans();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "organs_and_dates",
    "codes_and_fields",
    "values",
    "bodies",
    "histories",
    "steps",
    "callers"
  })
  void a_wrong_request_names_its_field_and_stores_nothing(Wrong wrong) {
    String id = ApplicationsIT.post(ApplicationsIT.application("2024-03-01", "")).path("id");
    Map<String, Long> rows = RegisterTables.rows();

    Response answer = wrong.send(id);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(wrong.status());
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.jsonPath().getInt("status")).isEqualTo(wrong.status());
    wrong
        .field()
        .ifPresent(
            field -> assertThat(answer.jsonPath().getList("errors.field")).containsOnly(field));
    assertThat(answer.asString()).doesNotContain(SENT);
    assertThat(RegisterTables.rows()).isEqualTo(rows);
  }

  static Stream<Wrong> organs_and_dates() {
    return Stream.of(
        application("a wrong check character")
            .with("organCode", text("111411240123456714"))
            .names(400, "organCode"),
        application("an organ code in lower case")
            .with("organCode", text("11141124mb0523338c"))
            .names(400, "organCode"),
        application("an organ that the directory lacks")
            .with("organCode", text("12620600MB0523338C"))
            .names(422, "organCode"),
        application("an organ outside the scope").by(FOREIGN_RECORDER).names(403, "organCode"),
        application("an organ above the scope")
            .with("organCode", text(TestOrgans.COUNTY))
            .by(OFFICE_RECORDER)
            .names(403, "organCode"),
        application("received in 9999")
            .with("receivedOn", text("9999-12-31"))
            .names(422, "receivedOn"),
        application("received before the Regulation")
            .with("receivedOn", text("2008-04-30"))
            .names(422, "receivedOn"),
        application("received on a day that does not exist")
            .with("receivedOn", text("2023-02-29"))
            .names(400, "receivedOn"),
        application("a moment for a day")
            .with("receivedOn", text("2024-03-01T00:00:00+14:00"))
            .names(400, "receivedOn"),
        application("a year of five digits")
            .with("receivedOn", text("+10000-01-01"))
            .names(400, "receivedOn"),
        application("fullwidth digits")
            .with("receivedOn", text("２０２４-03-01"))
            .names(400, "receivedOn"),
        application("a number for a day").with("receivedOn", "20240301").names(400, "receivedOn"));
  }

  static Stream<Wrong> codes_and_fields() {
    return Stream.of(
        application("an unknown channel").with("channel", text(SENT)).names(400, "channel"),
        application("a channel by its number").with("channel", "0").names(400, "channel"),
        application("a channel in fullwidth").with("channel", text("ＰＯＳＴ")).names(400, "channel"),
        application("no channel").without("channel").names(400, "channel"),
        application("null for the channel").with("channel", "null").names(400, "channel"),
        application("no applicant").without("applicant").names(400, "applicant"),
        application("an applicant without a type")
            .with("applicant", "{\"name\":\"" + SENT + "\"}")
            .names(400, "applicant.type"),
        application("an applicant of an unknown type")
            .with("applicant", "{\"type\":\"" + SENT + "\"}")
            .names(400, "applicant.type"),
        application("an unknown field").with("colour", text(SENT)).names(400, "colour"),
        application("an unknown field of the applicant")
            .with("applicant", "{\"type\":\"NATURAL_PERSON\",\"purpose\":\"" + SENT + "\"}")
            .names(400, "applicant.purpose"),
        application("a version of the client's own").with("version", "7").names(400, "version"),
        application("an id of the client's own")
            .with("id", text("01920000-0000-7000-8000-000000000000"))
            .names(400, "id"),
        application("a status of the client's own")
            .with("status", text("CONCLUDED"))
            .names(400, "status"),
        application("a field twice")
            .body(body -> body.replaceFirst("\\{", "{\"channel\":\"FAX\","))
            .names(400, "channel"));
  }

  static Stream<Wrong> values() {
    return Stream.of(
        application("a number for a reference")
            .with("sourceReference", "1")
            .names(400, "sourceReference"),
        application("no reference").without("sourceReference").names(400, "sourceReference"),
        application("a blank reference")
            .with("sourceReference", text(" \u3000 "))
            .names(400, "sourceReference"),
        application("a reference of 129 characters")
            .with("sourceReference", text("x".repeat(129)))
            .names(400, "sourceReference"),
        application("NUL in the reference")
            .with("sourceReference", "\"" + SENT + "\\u0000\"")
            .names(400, "sourceReference"),
        application("a line feed and an escape sequence in the reference")
            .with("sourceReference", "\"a\\u001b[31m\"")
            .names(400, "sourceReference"),
        application("a lone surrogate in the name")
            .with("applicant", "{\"type\":\"NATURAL_PERSON\",\"name\":\"\\ud800\"}")
            .names(400, "applicant.name"),
        application("a text that runs backwards")
            .with("subject", "\"\\u202e" + SENT + "\"")
            .names(400, "subject"),
        application("a subject of 4001 characters")
            .with("subject", text("县".repeat(4001)))
            .names(400, "subject"),
        application("an empty name")
            .with("applicant", "{\"type\":\"NATURAL_PERSON\",\"name\":\"\"}")
            .names(400, "applicant.name"),
        application("text for true").with("imported", text("true")).names(400, "imported"),
        application("an array for the applicant")
            .with("applicant", "[{\"type\":\"NATURAL_PERSON\"}]")
            .names(400, "applicant"),
        application("an object for the steps").with("steps", "{}").names(400, "steps"),
        application("nothing for a step").with("steps", "[null]").names(400, "steps[0]"),
        application("too many steps")
            .with(
                "steps",
                "["
                    + "{\"type\":\"REASONS_REQUESTED\",\"on\":\"2024-03-01\"},".repeat(500)
                    + "{\"type\":\"REASONS_REQUESTED\",\"on\":\"2024-03-01\"}]")
            .names(400, "steps"));
  }

  static Stream<Wrong> bodies() {
    return Stream.of(
        application("an empty body").body(body -> "").names(400, ""),
        application("null").body(body -> "null").names(400, ""),
        application("an array").body(body -> "[" + body + "]").names(400, ""),
        application("a text").body(body -> "\"" + SENT + "\"").names(400, ""),
        application("half a body").body(body -> body.substring(0, body.length() / 2)).is(400),
        application("two documents").body(body -> body + body).is(400),
        application("a comment").body(body -> "/* " + SENT + " */" + body).is(400),
        application("single quotes").body(body -> body.replace('"', '\'')).is(400),
        application("a trailing comma").body(body -> body.replaceFirst("\\}$", ",}")).is(400),
        application("nesting without end")
            .with("steps", "[".repeat(MANY) + "]".repeat(MANY))
            .is(400),
        application("more than 256 KiB").with("subject", text(SENT.repeat(MANY))).is(413),
        application("UTF-16").bytes(StandardCharsets.UTF_16).is(400),
        application("Latin-1")
            .with("subject", text("é"))
            .bytes(StandardCharsets.ISO_8859_1)
            .is(400),
        application("another content type").contentType("text/xml").is(415),
        application("a form").contentType("application/x-www-form-urlencoded").is(415),
        application("an unknown query parameter")
            .at("/applications?dryRun=true")
            .names(400, "dryRun"));
  }

  static Stream<Wrong> histories() {
    return Stream.of(
        history("concluded before received", conclusion("2024-02-29", "NOT_HELD"))
            .names(422, "steps[0].on"),
        history("concluded in 9999", conclusion("9999-12-31", "NOT_HELD"))
            .names(422, "steps[0].on"),
        history("an unknown outcome", conclusion("2024-03-20", SENT))
            .names(400, "steps[0].outcome"),
        history("no outcome", "{\"type\":\"CONCLUDED\",\"on\":\"2024-03-20\"}")
            .names(400, "steps[0].outcome"),
        history(
                "two conclusions",
                conclusion("2024-03-20", "NOT_HELD"),
                conclusion("2024-03-21", "DISCLOSED"))
            .names(422, "steps[1].type"),
        history("an unknown type", "{\"type\":\"" + SENT + "\",\"on\":\"2024-03-20\"}")
            .names(400, "steps[0].type"),
        history(
                "a field of another type of step",
                "{\"type\":\"CORRECTION_RECEIVED\",\"on\":\"2024-03-20\",\"workingDays\":3}")
            .names(400, "steps[0].workingDays"),
        history(
                "a correction that was not asked for",
                "{\"type\":\"CORRECTION_RECEIVED\",\"on\":\"2024-03-20\"}")
            .names(422, "steps[0].type"),
        history(
                "not corrected in time, without a notice",
                conclusion("2024-03-20", "CORRECTION_OVERDUE"))
            .names(422, "steps[0].outcome"),
        history("not paid in time, without a notice", conclusion("2024-03-20", "FEE_OVERDUE"))
            .names(422, "steps[0].outcome"),
        history(
                "an administrative inquiry without its law",
                conclusion("2024-03-20", "ADMINISTRATIVE_INQUIRY"))
            .names(422, "steps[0].specialLaw"),
        history(
                "an extension by 251 days",
                "{\"type\":\"EXTENDED\",\"on\":\"2024-03-20\",\"workingDays\":251,\"approvedBy\":\"批\"}")
            .names(422, "steps[0].workingDays"),
        history("a fee below nothing", fee("-1")).names(400, "steps[0].amount"),
        history("a fee with three decimals", fee("1.005")).names(400, "steps[0].amount"),
        history("a fee beyond all numbers", fee("1e400")).names(400, "steps[0].amount"),
        history("a fee as text", fee("\"100\"")).names(400, "steps[0].amount"),
        history(
                "correcting a step that is not there",
                conclusion("2024-03-20", "NOT_HELD").replace("}", ",\"corrects\":9}"))
            .names(422, "steps[0].corrects"),
        history("voided without a reason", "{\"type\":\"VOIDED\",\"on\":\"2024-03-20\"}")
            .names(400, "steps[0].reason"));
  }

  static Stream<Wrong> steps() {
    String reasons = "{\"type\":\"REASONS_REQUESTED\",\"on\":\"2024-03-04\"}";
    return Stream.of(
        step("a step before receipt", reasons.replace("03-04", "02-29")).names(422, "on"),
        step("a step in the future", reasons.replace("2024", "9999")).names(422, "on"),
        step("a step without a day", "{\"type\":\"REASONS_REQUESTED\"}").names(400, "on"),
        step("a step without a type", "{\"on\":\"2024-03-04\"}").names(400, "type"),
        step("an unknown outcome", conclusion("2024-03-20", SENT)).names(400, "outcome"),
        step(
                "a payment without a fee",
                "{\"type\":\"FEE_PAID\",\"on\":\"2024-03-04\",\"amount\":1}")
            .names(422, "type"),
        step("an empty step", "").names(400, ""),
        step("a list of steps", "[" + reasons + "]").names(400, ""),
        step("an id that is none", reasons).at("/applications/1/steps").is(404),
        step("an application that is not there", reasons)
            .at("/applications/01920000-0000-7000-8000-000000000000/steps")
            .is(404),
        step("an application of another organ", reasons).by(FOREIGN_RECORDER).is(404),
        step("a version that it never had", reasons).header("If-Match", "\"9\"").is(412),
        step("a tag that is none", reasons).header("If-Match", SENT).names(400, "If-Match"),
        step("a key of 129 characters", reasons)
            .header("Idempotency-Key", "k".repeat(129))
            .names(400, "Idempotency-Key"),
        step("a key with a blank", reasons)
            .header("Idempotency-Key", SENT + " " + SENT)
            .names(400, "Idempotency-Key"));
  }

  static Stream<Wrong> callers() {
    return Stream.of(
        application("no token").token(Optional.empty()).is(401),
        application("a token that is none").token(Optional.of(SENT)).is(401),
        application("an unsigned token")
            .token(Optional.of("eyJhbGciOiJub25lIn0.eyJhenAiOiJyZWNvcmRlciJ9."))
            .is(401),
        application("a tampered token")
            .token(Optional.of(RECORDER.token().replaceFirst("\\.[^.]{8}", ".AAAAAAAA")))
            .is(401),
        application("no role").by(NOBODY).is(403),
        application("another role").by(ANALYST).is(403),
        application("a malformed claim organs").by(MISCONFIGURED).is(403),
        application("no organ").by(RECORDER_OF_NOTHING).names(403, "organCode"));
  }

  private static Wrong application(String name) {
    return Wrong.application(name);
  }

  private static Wrong history(String name, String... steps) {
    return application(name).with("steps", "[" + String.join(",", steps) + "]");
  }

  private static Wrong step(String name, String body) {
    return application(name).body(all -> body).at("/applications/{id}/steps");
  }

  private static String conclusion(String on, String outcome) {
    return "{\"type\":\"CONCLUDED\",\"on\":\"%s\",\"outcome\":\"%s\"}".formatted(on, outcome);
  }

  private static String fee(String amount) {
    return "{\"type\":\"FEE_NOTIFIED\",\"on\":\"2024-03-05\",\"basis\":\"BY_PAGE\",\"amount\":"
        + amount
        + "}";
  }

  private static String text(String value) {
    return "\"" + value + "\"";
  }
}
