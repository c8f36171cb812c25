package disclosure.statistics.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.count.Cell;
import disclosure.statistics.count.CellIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PackedChangesProperties {

  private record Seen(String organ, LocalDate day, int place, long n) {}

  @Property(tries = 300)
  void changes_come_back_from_their_bytes_in_their_order(@ForAll long seed) {
    Random random = new Random(seed);
    SortedMap<Cell, Long> changes = new TreeMap<>();
    for (int i = random.nextInt(60); i > 0; i--) {
      FormRow row = FormRow.outcomeRows().get(random.nextInt(FormRow.outcomeRows().size()));
      changes.put(
          new Cell(
              organ(random.nextInt(5)),
              LocalDate.of(1960, 1, 1).plusDays(random.nextInt(60_000)),
              random.nextInt(3) == 0 ? FormRow.NEWLY_RECEIVED : row,
              ApplicantType.values()[random.nextInt(ApplicantType.values().length)]),
          random.nextLong() >> random.nextInt(2, 63));
    }

    List<Seen> seen = new ArrayList<>();
    PackedChanges.visit(
        PackedChanges.of(changes),
        (organ, day, place, n) -> seen.add(new Seen(organ, day, place, n)));

    List<Seen> expected = new ArrayList<>();
    changes.forEach(
        (cell, n) ->
            expected.add(
                new Seen(
                    cell.organ().value(), cell.day(), CellIndex.of(cell.row(), cell.type()), n)));
    assertThat(seen).isEqualTo(expected);
  }

  @Example
  void no_changes_take_no_bytes() {
    assertThat(PackedChanges.of(new TreeMap<>())).isEmpty();
  }

  private static OrganCode organ(int number) {
    String first = String.format(Locale.ROOT, "11%015d", number);
    return new OrganCode(first + OrganCode.checkCharacter(first));
  }
}
