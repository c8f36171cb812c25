package disclosure.requests.registration;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.Refusal;
import disclosure.edge.StrictJson;
import disclosure.edge.testing.fuzz.Fuzz;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies that nobody would send are read or refused: one application, and one a line. */
@QuarkusTest
@Timeout(120)
class BodiesFuzzIT {

  private static final Duration LONG = Duration.ofSeconds(10);

  private static final String APPLICATION =
      """
      {"organCode":"11141124012345698T","sourceReference":"甲-1","receivedOn":"2024-03-01",\
      "channel":"ONLINE","imported":true,"onBehalfOf":"法规股","subject":"某批复",\
      "applicant":{"type":"NATURAL_PERSON","name":"张三","contact":"13800000000"},"steps":[\
      {"type":"CORRECTION_REQUESTED","on":"2024-03-04","deadline":"2024-03-20"},\
      {"type":"FEE_NOTIFIED","on":"2024-03-19","deliveredOn":"2024-03-19","basis":"BY_PAGE",\
      "amount":40.5},\
      {"type":"CONCLUDED","on":"2024-03-22","outcome":"DISCLOSED","corrects":13}]}""";

  private static final List<String> WORDS =
      List.of(
          "null",
          "true",
          "[]",
          "{}",
          "[[[[[[[[[[[[[[[[",
          "{\"a\":",
          "\"\"",
          "\\u0000",
          "\\ud800",
          "\\u202e",
          "1e999999999",
          "-0",
          "0.1",
          "99999999999999999999999999",
          "\"__proto__\":1,",
          "\u0000",
          "\uFEFF",
          "\n",
          "\r\n",
          ",",
          ":",
          "\"type\":\"CONCLUDED\",",
          "\"steps\":",
          "\"+292278994-08-17\"",
          "\"2024-02-30\"",
          "NaN",
          "/*",
          "//",
          "'");

  @Inject StrictJson json;

  private Fuzz bodies;
  private Fuzz lines;

  @BeforeEach
  void seeds() {
    byte[] one = APPLICATION.getBytes(StandardCharsets.UTF_8);
    byte[] several =
        ("\uFEFF" + APPLICATION + "\n\n{}\r\n" + APPLICATION).getBytes(StandardCharsets.UTF_8);
    bodies =
        Fuzz.of(
            "json",
            List.of(one),
            WORDS,
            Refusal.class,
            bytes -> json.read(new ByteArrayInputStream(bytes), ApplicationRequest.class));
    lines = Fuzz.of("ndjson", List.of(several, one), WORDS, Refusal.class, this::read);
  }

  @Test
  void some_bodies_are_read_or_refused() {
    bodies.tryFew(1_500);
  }

  @Test
  void some_batches_are_read_and_each_line_is_read_or_refused() {
    lines.tryFew(1_000);
  }

  @Test
  @Tag("soak")
  void bodies_are_read_or_refused() {
    assertThat(bodies.tryFor(LONG)).isGreaterThan(1_000);
  }

  @Test
  @Tag("soak")
  void batches_are_read_and_each_line_is_read_or_refused() {
    assertThat(lines.tryFor(LONG)).isGreaterThan(1_000);
  }

  private void read(byte[] batch) throws Exception {
    NdjsonLines read = new NdjsonLines(new ByteArrayInputStream(batch));
    for (Optional<Line> line = read.next(); line.isPresent(); line = read.next()) {
      assertThat(line.get().text().isPresent()).isNotEqualTo(line.get().fault().isPresent());
      line.get().text().ifPresent(this::readLine);
    }
  }

  /** One line's refusal keeps no other from being read. */
  private void readLine(String text) {
    try {
      json.read(text.getBytes(StandardCharsets.UTF_8), ApplicationRequest.class);
    } catch (Refusal refused) {
      assertThat(refused.getMessage()).isEqualTo("invalid-input");
    }
  }
}
