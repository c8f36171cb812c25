package disclosure.statistics.trace;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.statistics.ingest.ChangeNotice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TracedChangeTest {

  private static final String ORGAN = "11141124012345698T";

  private static TracedChange change(int number) {
    return new TracedChange(
        String.format(Locale.ROOT, "00-0af7651916cd43dd8448eb211c80319c-%016x-01", number), ORGAN);
  }

  @Test
  void a_notice_reads_as_it_was_written() {
    List<TracedChange> changes = List.of(change(1), change(2).ofAny());
    String notice = TracedChange.notice(changes);

    assertThat(TracedChange.isNotice(notice)).isTrue();
    assertThat(TracedChange.read(notice)).isEqualTo(changes);
    assertThat(changes.get(0).onlyOrgan()).contains(ORGAN);
    assertThat(changes.get(1).onlyOrgan()).isEmpty();
  }

  @Test
  void of_too_many_the_newest_are_told_and_postgresql_takes_the_notice() {
    String notice = TracedChange.notice(IntStream.range(1, 3001).mapToObj(n -> change(n)).toList());

    assertThat(notice.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(8000);
    assertThat(TracedChange.read(notice)).hasSize(100).last().isEqualTo(change(3000));
  }

  @Test
  void to_the_release_before_it_names_no_organ_and_not_all_of_them() {
    Optional<java.util.Set<String>> organs =
        ChangeNotice.organs(TracedChange.notice(List.of(change(1), change(2))));

    assertThat(organs).isPresent();
    assertThat(organs.get()).doesNotContain(ORGAN);
  }

  @Test
  void a_notice_of_organs_is_none_of_traces() {
    assertThat(List.of(ORGAN, "*")).noneMatch(TracedChange::isNotice);
  }
}
