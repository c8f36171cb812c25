package disclosure.statistics.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PackedCellsProperties {

  private record CellIndex(FormRow row, ApplicantType type) {}

  @Property(tries = 300)
  void numbers_come_back_from_their_bytes(@ForAll long seed) {
    Random random = new Random(seed);
    PackedCells cells = new PackedCells();
    Map<CellIndex, Long> expected = new HashMap<>();
    for (int i = random.nextInt(60); i > 0; i--) {
      FormRow row =
          random.nextInt(4) == 0
              ? FormRow.NEWLY_RECEIVED
              : FormRow.outcomeRows().get(random.nextInt(FormRow.outcomeRows().size()));
      ApplicantType type = ApplicantType.values()[random.nextInt(ApplicantType.values().length)];
      long n = random.nextLong() >> random.nextInt(2, 63);
      cells.add(row, type, n);
      expected.merge(new CellIndex(row, type), n, Long::sum);
    }

    PackedCells twice = new PackedCells();
    twice.add(cells.toBytes(), 3);
    twice.add(cells.toBytes(), -2);

    expected.forEach((place, n) -> assertThat(twice.get(place.row(), place.type())).isEqualTo(n));
    assertThat(twice.toBytes()).isEqualTo(cells.toBytes());
  }

  @Property(tries = 300)
  void the_spans_before_a_day_are_all_days_before_it_once(
      @ForAll @IntRange(min = 0, max = 3000) int distance) {
    LocalDate day = LocalDate.of(2019, 5, 15).plusDays(distance);
    Set<LocalDate> covered = new HashSet<>();
    for (Span.Range range : Span.before(day)) {
      for (LocalDate one = LocalDate.of(2018, 1, 1); one.isBefore(day); one = one.plusDays(1)) {
        LocalDate start = range.span().startOf(one);
        if (!start.isBefore(range.from()) && start.isBefore(range.until())) {
          assertThat(covered.add(one)).isTrue();
        }
      }
    }
    assertThat(covered).hasSize((int) (day.toEpochDay() - LocalDate.of(2018, 1, 1).toEpochDay()));
  }

  @Example
  void rows_that_follow_from_others_have_no_place() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new PackedCells().add(FormRow.CARRIED_OUT, ApplicantType.NATURAL_PERSON, 1));
  }

  @Example
  void places_never_change_since_they_are_stored() {
    PackedCells cells = new PackedCells();
    cells.add(FormRow.NEWLY_RECEIVED, ApplicantType.NATURAL_PERSON, 1);
    cells.add(FormRow.NOT_HELD, ApplicantType.LEGAL_SERVICE_PROVIDER, 100);
    cells.add(FormRow.OTHER_HANDLING, ApplicantType.OTHER_ORGANIZATION, -1);

    assertThat(cells.toBytes()).containsExactly(1, 2, 70, 0xC8, 1, 61, 1);
  }
}
