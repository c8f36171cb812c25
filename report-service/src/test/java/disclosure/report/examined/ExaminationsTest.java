package disclosure.report.examined;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.examined.Examinations.Examined;
import disclosure.report.examined.Examinations.Why;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  @Test
  void a_long_name_is_cut() {
    Examined one =
        new Examinations(Clock.systemUTC())
            .of(List.of(new SentFile("长".repeat(500), TestFiles.html())))
            .get(0);
    assertThat(one.file()).hasSize(200);
  }
}
