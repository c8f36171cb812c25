package disclosure.report.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.edge.Refusal;
import disclosure.report.TestSigningKey;
import disclosure.report.publication.FrozenDocument;
import disclosure.report.signature.ReportVerifier;
import disclosure.report.signature.UnusableKey;
import disclosure.report.signature.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentSigningTest {

  private static final Instant NOW = Instant.parse("2025-01-20T01:02:03Z");
  private static final List<FrozenDocument> DOCUMENTS =
      List.of(FrozenDocument.of("txt", "text/plain", "年度报告".getBytes(UTF_8)));

  @TempDir private Path folder;

  @Test
  void without_a_key_nothing_is_signed() {
    assertThat(signing(Optional.empty()).signed(DOCUMENTS, NOW)).isEqualTo(DOCUMENTS);
  }

  @Test
  void a_key_that_cannot_be_read_stops_the_start() {
    assertThatThrownBy(() -> signing(Optional.of(folder.resolve("none"))))
        .isInstanceOf(UnusableKey.class)
        .hasMessageContaining("SIGNING_KEY_FILE");
  }

  @Test
  void a_certificate_that_has_ended_lets_the_service_start_and_nothing_be_published() {
    Path ended = key("ended", NOW.minusSeconds(60));
    DocumentSigning signing = signing(Optional.of(ended));
    assertThatThrownBy(() -> signing.signed(DOCUMENTS, NOW))
        .isInstanceOf(Refusal.class)
        .satisfies(refused -> assertThat(((Refusal) refused).status()).isEqualTo(503));
  }

  @Test
  void another_key_takes_its_place_without_a_restart() throws Exception {
    Path file = key("first", NOW.plusSeconds(60));
    DocumentSigning signing = signing(Optional.of(file));
    Files.write(file, Files.readAllBytes(key("second", NOW.plusSeconds(60))));
    byte[] signature = signing.signed(DOCUMENTS, NOW).get(0).signature().orElseThrow();
    assertThat(ReportVerifier.believing(file).verify(DOCUMENTS.get(0).bytes(), signature))
        .isEqualTo(new Verdict.Genuine("CN=second", NOW));
  }

  private Path key(String name, Instant until) {
    return TestSigningKey.write(folder.resolve(name), name, NOW.minusSeconds(3600), until);
  }

  private static DocumentSigning signing(Optional<Path> file) {
    return new DocumentSigning(
        new SigningSettings() {
          @Override
          public Optional<Path> keyFile() {
            return file;
          }

          @Override
          public Duration lookInterval() {
            return Duration.ofMinutes(1);
          }
        },
        Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
