package disclosure.report.examined.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.edge.Refusal;
import disclosure.edge.testing.fuzz.Fuzz;
import disclosure.report.examination.document.NotReadable;
import disclosure.report.examined.ReportArchive;
import disclosure.report.examined.TestFiles;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Archives as they come, and as they are read where they lie. */
class ArchiveFuzzTest {

  private final Fuzz archives =
      Fuzz.of(
          "examination-archive",
          List.of(
              TestFiles.zip(
                  Map.of(
                      "a.txt", "一".getBytes(StandardCharsets.UTF_8), "b/c.txt", new byte[3_000]))),
          List.of("PK\u0001\u0002", "PK\u0003\u0004", "PK\u0005\u0006", "a.txt"),
          NotReadable.class,
          ArchiveFuzzTest::read);

  private static void read(byte[] sent) {
    List<byte[]> parts = new ArrayList<>();
    ArchiveSink sink = new ArchiveSink((number, bytes) -> parts.add(bytes));
    sink.write(sent, 0, sent.length);
    long bytes = sink.finish();
    StoredArchive stored = new StoredArchive(bytes, 4L << 20, parts::get);
    try (ReportArchive archive = ReportArchive.of(stored)) {
      assertThat(archive.stretches())
          .hasSize(archive.size())
          .allSatisfy(stretch -> assertThat(stretch.name()).isNotNull());
    }
  }

  @Test
  void some_archives_are_read_or_refused() {
    archives.tryFew(2_000);
  }

  @Test
  @Tag("soak")
  void archives_are_read_or_refused() {
    assertThat(archives.tryFor(Duration.ofSeconds(4))).isGreaterThan(500);
  }

  @Test
  void an_archive_is_parted_and_put_together_byte_for_byte() {
    byte[] sent = new byte[2 * StoredArchive.CHUNK + 5];
    new Random(1).nextBytes(sent);
    List<byte[]> parts = new ArrayList<>();
    ArchiveSink sink = new ArchiveSink((number, bytes) -> parts.add(bytes));
    sink.write(sent[0]);
    sink.write(sent, 1, 1_000);
    sink.write(sent, 1_001, sent.length - 1_001);
    assertThat(sink.finish()).isEqualTo(sent.length);
    assertThat(parts).extracting(part -> part.length).containsExactly(1 << 20, 1 << 20, 5);
    ByteArrayOutputStream together = new ByteArrayOutputStream();
    parts.forEach(together::writeBytes);
    assertThat(together.toByteArray()).isEqualTo(sent);
  }

  @Test
  void more_than_the_longest_archive_is_refused_before_it_is_kept() {
    ArchiveSink sink = new ArchiveSink((number, bytes) -> assertThat(bytes).isNotEmpty());
    byte[] some = new byte[1 << 20];
    for (int i = 0; i < 256; i++) {
      sink.write(some, 0, some.length);
    }
    assertThatThrownBy(() -> sink.write(Arrays.copyOf(some, 1), 0, 1))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(413));
  }
}
