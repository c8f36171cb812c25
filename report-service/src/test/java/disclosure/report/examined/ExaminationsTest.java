package disclosure.report.examined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.edge.Refusal;
import disclosure.report.examined.Examinations.Examined;
import disclosure.report.examined.Examinations.Why;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;

/** What becomes of files that take long. */
class ExaminationsTest {

  /** Every look at it is ten seconds after the one before. */
  private static final class Stepping extends Clock {

    private Instant now = Instant.EPOCH;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      now = now.plus(Duration.ofSeconds(10));
      return now;
    }
  }

  @Test
  void an_archive_that_calls_one_file_by_several_names_is_refused_as_that() {
    Examinations examinations = new Examinations(Clock.systemUTC());
    SentFile many = new SentFile("a.zip", TestFiles.overlapping(TestFiles.html(), 3));
    assertThat(examinations.of(List.of(many)))
        .extracting(one -> one.file() + one.unread().map(Why::code).orElse(""))
        .containsExactly("a.zipOVERLAPPING");
    SentFile one = new SentFile("a.zip", TestFiles.overlapping(TestFiles.html(), 1));
    assertThat(examinations.of(List.of(one)))
        .extracting(read -> read.file() + read.unread().map(Why::code).orElse(""))
        .containsExactly("0000");
  }

  @Test
  void nothing_is_begun_after_half_a_minute() {
    SentFile file = new SentFile("a", TestFiles.html());
    List<Examined> examined =
        new Examinations(new Stepping()).of(List.of(file, file, file, file, file));
    assertThat(examined)
        .extracting(one -> one.unread().map(Why::code).orElse("read"))
        .containsExactly("read", "read", "NO_TIME_LEFT", "NO_TIME_LEFT", "NO_TIME_LEFT");
  }

  @Test
  void nothing_of_an_archive_is_begun_after_it_either() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : List.of("a", "b", "c")) {
      files.put(name, TestFiles.html());
    }
    SentFile archive = new SentFile("zip", TestFiles.zip(files));
    assertThat(new Examinations(new Stepping()).of(List.of(archive)))
        .extracting(one -> one.unread().map(Why::code).orElse("read"))
        .containsExactly("read", "NO_TIME_LEFT", "NO_TIME_LEFT");
  }

  @Test
  void who_finds_no_place_in_time_is_told_so_and_a_place_is_given_back() {
    List<SentFile> files = List.of(new SentFile("a", TestFiles.html()));
    assertThat(new Examinations(new Late(), 0).of(files).get(0).unread())
        .contains(Why.NO_TIME_LEFT);
    Examinations one = new Examinations(Clock.systemUTC(), 1);
    for (int i = 0; i < 3; i++) {
      assertThat(one.of(files).get(0).examination()).isPresent();
      assertThat(one.of(List.of(new SentFile("b", new byte[0]))).get(0).unread()).isPresent();
    }
  }

  /** At its second look there is a moment left. */
  private static final class Late extends Clock {

    private Instant now = Instant.EPOCH;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      Instant told = now;
      now = Instant.EPOCH.plus(Examinations.PATIENCE).minusMillis(1);
      return told;
    }
  }

  /** With each look a second later, or so much as is said of the next ones. */
  private static final class Going extends Clock {

    private final Deque<Duration> steps = new ArrayDeque<>();
    private Instant now = Instant.EPOCH;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public synchronized Instant instant() {
      now = now.plus(steps.isEmpty() ? Duration.ofSeconds(1) : steps.remove());
      return now;
    }

    synchronized void by(Duration... next) {
      steps.clear();
      steps.addAll(List.of(next));
    }
  }

  @Test
  void what_nobody_waits_for_leaves_a_place_to_who_does() throws Exception {
    Going clock = new Going();
    Examinations examinations = new Examinations(clock, 2);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch let = new CountDownLatch(1);
    CompletableFuture<Examined> first =
        CompletableFuture.supplyAsync(
            () ->
                examinations.inBackground(
                    "a",
                    () -> {
                      begun.countDown();
                      awaited(let);
                      return TestFiles.html();
                    }));
    try {
      awaited(begun);
      clock.by(Duration.ZERO, Examinations.PATIENCE.minusMillis(50), Duration.ZERO);
      assertThat(examinations.inBackground("b", TestFiles::html).unread())
          .contains(Why.NO_TIME_LEFT);
      clock.by();
      assertThat(examinations.of(new SentFile("c", TestFiles.html())).examination()).isPresent();
    } finally {
      let.countDown();
    }
    assertThat(first.get(1, TimeUnit.MINUTES).examination()).isPresent();
    assertThat(examinations.inBackground("d", TestFiles::html).examination()).isPresent();
  }

  private static void awaited(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  @Test
  void one_file_is_found_by_its_name_wherever_it_lies() {
    Examinations examinations = new Examinations(Clock.systemUTC());
    SentFile plain = new SentFile("a", TestFiles.html());
    SentFile archive =
        new SentFile(
            "zip", TestFiles.zip(Map.of("in/b", TestFiles.html(), "in/big", new byte[21 << 20])));
    List<SentFile> files = List.of(plain, archive);
    assertThat(examinations.named(files, "a")).contains(plain);
    assertThat(examinations.named(files, "in/b").orElseThrow().content())
        .isEqualTo(TestFiles.html());
    assertThat(examinations.named(files, "in/big")).as("what is too large").isEmpty();
    assertThat(examinations.named(files, "c")).isEmpty();
  }

  @Test
  void nothing_is_taken_out_of_an_archive_before_it_is_the_only_one_of_its_name()
      throws IOException {
    // The second can't be taken out; what was taken before it would seem to be the only one.
    SentFile archive = new SentFile("zip", twice("a", TestFiles.html(), new byte[21 << 20]));
    assertThat(new Examinations(Clock.systemUTC()).named(List.of(archive), "a")).isEmpty();
  }

  private static byte[] twice(String name, byte[]... contents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      for (byte[] content : contents) {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(content);
        zip.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void the_files_of_all_archives_together_are_counted_where_one_is_looked_for() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 11; i++) {
      files.put("empty " + i, new byte[0]);
    }
    SentFile archive = new SentFile("zip", TestFiles.zip(files));
    Examinations examinations = new Examinations(Clock.systemUTC());
    assertThat(examinations.named(List.of(archive), "empty 1")).isPresent();
    assertThatThrownBy(() -> examinations.named(List.of(archive, archive), "x"))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> examinations.of(List.of(archive, archive)))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void a_long_name_is_cut() {
    Examined one =
        new Examinations(Clock.systemUTC())
            .of(List.of(new SentFile("长".repeat(500), TestFiles.html())))
            .get(0);
    assertThat(one.file()).hasSize(200);
  }
}
