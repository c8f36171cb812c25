package disclosure.report.signing;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.publication.DocumentKey;
import disclosure.report.signing.Pending.Document;
import disclosure.requests.contract.OrganCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PendingTest {

  private static final ReportId REPORT =
      new ReportId(new OrganCode("11141124000000099J"), 2023, ReportScope.OWN);
  private static final int ALL = 2 * Pending.PART + 7;

  private final Set<Integer> done = new HashSet<>();
  private int lists;

  @Test
  void what_can_not_be_done_holds_up_none_that_comes_after_it() {
    int held = Pending.PART + 3;
    List<Integer> met = all(new Pending(this::listed), held);
    assertThat(met).containsExactlyElementsOf(IntStream.range(held, ALL).boxed().toList());
    assertThat(lists).isLessThan(10);
  }

  @Test
  void what_came_up_meanwhile_is_found_before_the_end() {
    Pending pending = new Pending(this::listed);
    done.addAll(List.of(0, 1));
    assertThat(next(pending, 0)).contains(2);
    done.remove(0);
    assertThat(all(pending, 0)).hasSize(ALL - 2).contains(0).doesNotContain(1);
  }

  @Test
  void it_begins_anew_after_its_end() {
    Pending pending = new Pending(this::listed);
    assertThat(all(pending, ALL)).isEmpty();
    assertThat(all(pending, 0)).hasSize(ALL);
    assertThat(all(pending, 0)).isEmpty();
  }

  /** All that are done now; those of a smaller number can't be. */
  private List<Integer> all(Pending pending, int held) {
    List<Integer> met = new ArrayList<>();
    Optional<Integer> next = next(pending, held);
    while (next.isPresent()) {
      met.add(next.get());
      next = next(pending, held);
    }
    return met;
  }

  private Optional<Integer> next(Pending pending, int held) {
    Optional<Integer> next =
        pending
            .next(
                key ->
                    key.revision() < held || done.contains(key.revision())
                        ? Optional.empty()
                        : Optional.of(new byte[0]))
            .map(Document::key)
            .map(DocumentKey::revision);
    next.ifPresent(done::add);
    return next;
  }

  private List<DocumentKey> listed(Optional<DocumentKey> after) {
    assertThat(lists++).isLessThan(100);
    return IntStream.range(after.map(key -> key.revision() + 1).orElse(0), ALL)
        .filter(number -> !done.contains(number))
        .limit(Pending.PART)
        .mapToObj(number -> new DocumentKey(REPORT, number, "pdf"))
        .toList();
  }
}
