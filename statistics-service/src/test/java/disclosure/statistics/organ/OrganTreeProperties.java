package disclosure.statistics.organ;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.CallerScope;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.OrganTerm;
import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.matrix.Organs;
import disclosure.statistics.matrix.Question;
import disclosure.statistics.organ.OrganTree.Difference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random directories, circles included, asked on every day that matters. */
class OrganTreeProperties {

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 40;
  private static final List<String> CODES =
      IntStream.range(0, 9)
          .mapToObj(i -> TestOrgans.coded(String.format(Locale.ROOT, "1114112401300%04d", i)))
          .toList();

  @Property(tries = 300)
  void a_subtree_on_a_day_is_everything_whose_way_up_leads_to_its_top(@ForAll long seed) {
    Random random = new Random(seed);
    List<Organ> organs = CODES.stream().map(code -> organ(random, code)).toList();
    OrganTree tree = new OrganTree(organs);
    for (String root : CODES) {
      LocalDate day = FIRST.plusDays(random.nextInt(DAYS + 20));
      Set<String> expected = new HashSet<>(Set.of(root));
      organs.stream()
          .filter(organ -> leadsTo(organs, organ, root, day))
          .map(Organ::code)
          .forEach(expected::add);

      assertThat(tree.subtree(root, day)).containsExactlyInAnyOrderElementsOf(expected);
      Difference difference = tree.difference(root, day);
      Set<String> mended = new HashSet<>(tree.subtree(root));
      assertThat(mended.containsAll(difference.without())).isTrue();
      assertThat(difference.with()).noneMatch(mended::contains);
      mended.removeAll(difference.without());
      mended.addAll(difference.with());
      assertThat(mended).isEqualTo(expected);
      assertThat(tree.subtree(root)).hasSize(tree.sizes().get(root));
    }
  }

  @Property(tries = 300)
  void a_level_holds_its_departments_and_what_was_merged_into_them(@ForAll long seed) {
    Random random = new Random(seed);
    List<Organ> organs = CODES.stream().map(code -> organ(random, code)).toList();
    OrganTree tree = new OrganTree(organs);
    String root = CODES.get(0);
    LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
    Set<String> expected = new HashSet<>(Set.of(root));
    for (int round = 0; round < CODES.size(); round++) {
      for (Organ organ : organs) {
        boolean department =
            exists(organ, day)
                && termOn(organ, day).map(OrganTerm::kind).orElse(organ.kind())
                    == OrganKind.DEPARTMENT
                && upOn(organ, day).equals(Optional.of(root));
        boolean merged =
            !exists(organ, day) && upOn(organ, day).filter(expected::contains).isPresent();
        if (department || merged) {
          expected.add(organ.code());
        }
      }
    }
    assertThat(tree.level(root, day)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Property(tries = 300)
  void above_in_a_period_is_who_was_so_in_each_of_its_years(@ForAll long seed) {
    Random random = new Random(seed);
    List<Organ> organs = CODES.stream().map(code -> organ(random, code)).toList();
    OrganTree tree = new OrganTree(organs);
    LocalDate from = FIRST.minusDays(random.nextInt(20)).plusDays(random.nextInt(20));
    LocalDate to = from.plusDays(random.nextInt(DAYS + 365));
    LocalDate today = FIRST.plusDays(random.nextInt(DAYS));
    for (Organ organ : organs) {
      LocalDate first = organ.validFrom().filter(begin -> begin.isAfter(from)).orElse(from);
      for (Organ above : organs) {
        boolean expected =
            !first.isAfter(to)
                && IntStream.rangeClosed(first.getYear(), to.getYear())
                    .allMatch(
                        year ->
                            first
                                .datesUntil(to.plusDays(1))
                                .filter(day -> day.getYear() == year)
                                .anyMatch(day -> leadsTo(organs, organ, above.code(), day)));
        boolean visible =
            tree.organLine(organ.code(), from, to, today)
                .isVisible(CallerScope.of(List.of(above.code())));
        assertThat(visible)
            .isEqualTo(
                expected || leadsTo(organs, organ, above.code(), next -> superiorOn(next, today)));
      }
    }
  }

  @Property(tries = 300)
  void lists_hold_each_organ_of_a_scope_once_with_the_one_that_counts_it(@ForAll long seed) {
    Random random = new Random(seed);
    OrganTree tree = new OrganTree(CODES.stream().map(code -> organ(random, code)).toList());
    LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
    for (String root : CODES) {
      for (Scope scope : Scope.values()) {
        Question question = Question.of(new OrganCode(root), new Period(FIRST, day), scope);
        Map<String, List<String>> listed = Organs.listed(tree, question);
        assertThat(listed.values().stream().flatMap(List::stream).toList())
            .containsExactlyInAnyOrderElementsOf(Organs.codes(tree, question));
        listed.forEach(
            (code, own) ->
                own.stream()
                    .filter(one -> !listed.containsKey(one))
                    .filter(one -> !code.equals(root))
                    .forEach(one -> assertThat(tree.countedWith(one, day)).contains(code)));
      }
    }
  }

  private static boolean leadsTo(List<Organ> organs, Organ from, String root, LocalDate day) {
    return leadsTo(organs, from, root, next -> upOn(next, day));
  }

  private static boolean leadsTo(
      List<Organ> organs, Organ from, String root, Function<Organ, Optional<String>> up) {
    Optional<String> at = Optional.of(from.code());
    for (int step = 0; step <= organs.size() && at.isPresent(); step++) {
      if (at.get().equals(root)) {
        return true;
      }
      String code = at.get();
      at = organs.stream().filter(organ -> organ.code().equals(code)).findFirst().flatMap(up);
    }
    return false;
  }

  private static Optional<String> upOn(Organ organ, LocalDate day) {
    if (organ.validFrom().isPresent() && day.isBefore(organ.validFrom().get())) {
      return Optional.empty();
    }
    if (organ.validTo().isPresent() && day.isAfter(organ.validTo().get())) {
      return organ.successor();
    }
    Optional<OrganTerm> term = termOn(organ, day);
    return term.isPresent() ? term.get().parentOrganCode().map(OrganCode::value) : organ.parent();
  }

  /** Its successor once it is merged, and else its parent on the nearest day of its life. */
  private static Optional<String> superiorOn(Organ organ, LocalDate day) {
    LocalDate nearest = day;
    if (organ.validTo().isPresent() && nearest.isAfter(organ.validTo().get())) {
      if (organ.successor().isPresent()) {
        return organ.successor();
      }
      nearest = organ.validTo().get();
    }
    if (organ.validFrom().isPresent() && nearest.isBefore(organ.validFrom().get())) {
      nearest = organ.validFrom().get();
    }
    return upOn(organ, nearest);
  }

  private static Optional<OrganTerm> termOn(Organ organ, LocalDate day) {
    Optional<OrganTerm> found = Optional.empty();
    for (OrganTerm term : organ.formerly()) {
      if (found.isEmpty() && !day.isAfter(term.until())) {
        found = Optional.of(term);
      }
    }
    return found;
  }

  private static boolean exists(Organ organ, LocalDate day) {
    return (organ.validFrom().isEmpty() || !day.isBefore(organ.validFrom().get()))
        && (organ.validTo().isEmpty() || !day.isAfter(organ.validTo().get()));
  }

  private static Organ organ(Random random, String code) {
    LocalDate day = FIRST.plusDays(random.nextInt(10));
    Optional<LocalDate> first = Optional.of(day).filter(some -> random.nextInt(3) == 0);
    List<OrganTerm> terms = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      day = day.plusDays(1 + random.nextInt(6));
      terms.add(new OrganTerm(day, "旧", kind(random), other(random, code).map(OrganCode::new)));
    }
    Optional<LocalDate> last =
        Optional.of(day.plusDays(1 + random.nextInt(10))).filter(some -> random.nextInt(3) == 0);
    return new Organ(
        code,
        "新",
        kind(random),
        other(random, code),
        first,
        last,
        last.flatMap(some -> other(random, code)),
        terms);
  }

  private static OrganKind kind(Random random) {
    return OrganKind.values()[random.nextInt(OrganKind.values().length)];
  }

  private static Optional<String> other(Random random, String code) {
    return Optional.of(CODES.get(random.nextInt(CODES.size())))
        .filter(found -> !found.equals(code) && random.nextInt(5) > 0);
  }
}
