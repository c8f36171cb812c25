package disclosure.statistics.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.matrix.Question;
import disclosure.statistics.organ.Organ;
import disclosure.statistics.organ.OrganTree;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrganPlaceTest {

  private static final String COUNTY = code(0);
  private static final String CLOSED = code(1);
  private static final String STATION = code(2);
  private static final String MERGED = code(3);
  private static final LocalDate CLOSED_ON = LocalDate.of(2024, 6, 30);

  private final OrganTree tree =
      new OrganTree(
          List.of(
              organ(COUNTY, "", null, ""),
              organ(CLOSED, COUNTY, CLOSED_ON, ""),
              organ(STATION, CLOSED, null, ""),
              organ(MERGED, COUNTY, LocalDate.of(2024, 2, 1), STATION)));

  @Test
  void what_is_left_below_an_organ_that_closed_is_told_with_it() {
    List<OrganPlace> places = places(tree, 2024);
    assertThat(places)
        .extracting(place -> place.organ().code())
        .containsExactly(COUNTY, CLOSED, STATION, MERGED);
    assertThat(places).extracting(OrganPlace::isNowhere).containsExactly(false, true, true, true);
    assertThat(places.get(2).countedWith()).contains(STATION);
    assertThat(places.get(2).day()).isEqualTo(CLOSED_ON);
    assertThat(places.get(2).above()).containsExactly(CLOSED, COUNTY);
    assertThat(places.get(3).above()).containsExactly(STATION, CLOSED, COUNTY);
  }

  @Test
  void in_later_years_only_those_are_told_that_still_are() {
    assertThat(places(tree, 2025))
        .extracting(place -> place.organ().code())
        .containsExactly(COUNTY, STATION, MERGED);
  }

  @Test
  void what_stands_below_an_organ_that_begins_later_is_told_until_that_begins() {
    String bureau = code(4);
    String merged = code(5);
    LocalDate begin = LocalDate.of(2025, 1, 1);
    OrganTree reformed =
        new OrganTree(
            List.of(
                organ(COUNTY, "", null, ""),
                new Organ(
                    bureau,
                    "某局",
                    OrganKind.DEPARTMENT,
                    Optional.of(COUNTY),
                    Optional.of(begin),
                    Optional.empty(),
                    Optional.empty(),
                    List.of()),
                organ(STATION, bureau, null, ""),
                organ(merged, COUNTY, LocalDate.of(2024, 2, 1), bureau)));
    List<OrganPlace> places = places(reformed, 2024);
    assertThat(places)
        .extracting(place -> place.organ().code())
        .containsExactly(COUNTY, STATION, bureau, merged);
    assertThat(places).extracting(OrganPlace::isNowhere).containsExactly(false, true, true, true);
    assertThat(places).extracting(OrganPlace::isYetToCome).containsExactly(false, true, true, true);
    assertThat(places.get(1).countedWith()).contains(STATION);
    assertThat(places.get(1).day()).isEqualTo(begin);
    assertThat(places.get(1).above()).containsExactly(bureau, COUNTY);
    assertThat(places.get(2).countedWith()).isEmpty();
    assertThat(places.get(3).above()).containsExactly(bureau, COUNTY);

    assertThat(places(reformed, 2025)).extracting(OrganPlace::isNowhere).containsOnly(false);
    assertThat(places(reformed, 2025)).hasSize(4);
  }

  /** What is allocated tells how often the organs are gone through, and doesn't depend on load. */
  @Test
  void the_work_does_not_grow_with_the_days_on_which_organs_change() {
    long few = work(directory(1));
    assertThat(work(directory(200))).isLessThan(4 * few);
  }

  @Test
  void the_work_for_a_page_is_for_its_organs_alone() {
    OrganTree large = directory(1);
    long whole = allocated(() -> page(large, 3000));
    assertThat(allocated(() -> page(large, 10))).isLessThan(whole / 3);
  }

  private static long work(OrganTree large) {
    return allocated(() -> page(large, 3000));
  }

  private static void page(OrganTree large, int size) {
    assertThat(OrganPlace.of(large, question(2024), Optional.empty()).limit(size).toList())
        .hasSizeGreaterThanOrEqualTo(10);
  }

  private static long allocated(Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    work.run();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static OrganTree directory(int closing) {
    List<Organ> organs = new ArrayList<>(List.of(organ(COUNTY, "", null, "")));
    for (int i = 1; i <= 2000; i++) {
      LocalDate end = i <= closing ? LocalDate.of(2024, 1, 1).plusDays(i) : null;
      organs.add(organ(code(i), COUNTY, end, ""));
    }
    return new OrganTree(organs);
  }

  private static List<OrganPlace> places(OrganTree tree, int year) {
    return OrganPlace.of(tree, question(year), Optional.empty()).toList();
  }

  private static Question question(int year) {
    return Question.of(
        new OrganCode(COUNTY),
        new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)),
        Scope.SUBTREE);
  }

  private static Organ organ(String code, String parent, LocalDate end, String successor) {
    return new Organ(
        code,
        "某机关",
        OrganKind.DEPARTMENT,
        Optional.of(parent).filter(text -> !text.isEmpty()),
        Optional.empty(),
        Optional.ofNullable(end),
        Optional.of(successor).filter(text -> !text.isEmpty()),
        List.of());
  }

  private static String code(int number) {
    return TestOrgans.coded(String.format(Locale.ROOT, "1114112401400%04d", number));
  }
}
