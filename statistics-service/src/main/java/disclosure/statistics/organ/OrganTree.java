package disclosure.statistics.organ;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import disclosure.edge.OrganLine;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All organs: as they stand after all changes, and as they stood on any day. Parents that would
 * close a circle lead nowhere.
 */
public final class OrganTree {

  /**
   * How a subtree on a day differs from that after all changes.
   *
   * @param without organs that only belong to the latter
   * @param with organs that only belong to the former
   */
  public record Difference(Set<String> without, Set<String> with) {}

  /** How many codes of subtrees on some day are kept; an answer for a nation asks for thousands. */
  private static final int MAX_CODES = 500_000;

  private record SubtreeKey(String top, LocalDate day) {}

  private final Map<String, Organ> organs = new LinkedHashMap<>();
  private final Map<String, Set<Organ>> everBelow = new HashMap<>();
  private final Map<String, List<String>> lines = new HashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private final Map<String, List<String>> subtrees = new ConcurrentHashMap<>();
  private final Cache<SubtreeKey, List<String>> subtreesByDay =
      Caffeine.newBuilder()
          .maximumWeight(MAX_CODES)
          .weigher((SubtreeKey top, List<String> codes) -> codes.size())
          .build();
  private final List<Organ> dated;
  private final List<String> moving;
  private final Optional<OrganTree> present;

  /** The tree of the given organs. */
  public OrganTree(Collection<Organ> all) {
    this(all, Optional.empty());
  }

  private OrganTree(Collection<Organ> all, Optional<OrganTree> present) {
    this.present = present;
    List<Organ> inOrder = all.stream().sorted(Comparator.comparing(Organ::code)).toList();
    for (Organ organ : inOrder) {
      organs.put(organ.code(), organ);
      everAbove(organ)
          .forEach(
              above -> everBelow.computeIfAbsent(above, first -> new LinkedHashSet<>()).add(organ));
    }
    organs.keySet().forEach(code -> lines.put(code, List.copyOf(line(code, Organ::above))));
    lines.values().forEach(line -> line.forEach(above -> sizes.merge(above, 1, Integer::sum)));
    dated = all.stream().filter(Organ::isDated).toList();
    moving =
        List.copyOf(
            reach(
                dated.stream().map(Organ::code).collect(Collectors.toSet()),
                code -> everBelow(code).stream().map(Organ::code)));
  }

  /** The tree in which some organs are as they were known before. */
  OrganTree before(Collection<Organ> known) {
    Map<String, Organ> all = new LinkedHashMap<>(organs);
    known.forEach(organ -> all.put(organ.code(), organ));
    return new OrganTree(all.values(), Optional.of(this));
  }

  /** As it is known now: it tells who may read what, whatever was known before. */
  public OrganTree present() {
    return present.orElse(this);
  }

  /** The organ with the code. */
  public Optional<Organ> find(String code) {
    return Optional.ofNullable(organs.get(code));
  }

  /** All organs, in the order of their codes. */
  public Collection<Organ> organs() {
    return Collections.unmodifiableCollection(organs.values());
  }

  /** Those that begin, end or change on some day. */
  public List<Organ> dated() {
    return dated;
  }

  /** The codes of the organ and of all above it after all changes, from below upwards. */
  public List<String> line(String code) {
    return lines.getOrDefault(code, List.of(code));
  }

  /** The codes of the organ and of all above it on the day, from below upwards. */
  public Set<String> line(String code, LocalDate day) {
    return line(code, organ -> organ.above(day));
  }

  /** The codes of the organ and of all whose callers act for it on the day. */
  public Set<String> acting(String code, LocalDate today) {
    return dated.isEmpty() ? Set.copyOf(line(code)) : line(code, organ -> organ.superior(today));
  }

  /**
   * The organ and all above it: today, and in the days from the first to the last. An organ was
   * above it in these days when it was so in each calendar year of them, on one of the days at
   * least; years before the organ began count for nobody.
   */
  public OrganLine organLine(String code, LocalDate from, LocalDate to, LocalDate today) {
    Set<String> now = acting(code, today);
    LocalDate first =
        find(code).flatMap(Organ::validFrom).filter(begin -> begin.isAfter(from)).orElse(from);
    if (dated.isEmpty() || first.isAfter(to)) {
      return OrganLine.ofNow(now);
    }
    List<LocalDate> changes =
        everAtOrAbove(code).stream()
            .flatMap(above -> find(above).stream())
            .flatMap(Organ::changes)
            .distinct()
            .toList();
    Set<String> then = new HashSet<>(above(code, first, lastOfYear(first, to), changes));
    for (int year = first.getYear() + 1; year <= to.getYear(); year++) {
      LocalDate day = LocalDate.of(year, 1, 1);
      then.retainAll(above(code, day, lastOfYear(day, to), changes));
    }
    return new OrganLine(now, then);
  }

  private static LocalDate lastOfYear(LocalDate day, LocalDate atMost) {
    return day.getYear() == atMost.getYear() ? atMost : LocalDate.of(day.getYear(), 12, 31);
  }

  /** The organ and all that were above it on any of the days. */
  private Set<String> above(
      String code, LocalDate from, LocalDate to, Collection<LocalDate> changes) {
    return days(from, to, changes.stream())
        .flatMap(day -> line(code, day).stream())
        .collect(Collectors.toSet());
  }

  /** The first of the days, and those of them since which any organ is otherwise. */
  public Stream<LocalDate> days(LocalDate from, LocalDate to) {
    return days(from, to, dated.stream().flatMap(Organ::changes));
  }

  private static Stream<LocalDate> days(LocalDate from, LocalDate to, Stream<LocalDate> changes) {
    return Stream.concat(
            Stream.of(from), changes.filter(day -> day.isAfter(from) && !day.isAfter(to)))
        .distinct();
  }

  /** The codes of the organ and of all that it is or was below or merged into. */
  private Set<String> everAtOrAbove(String code) {
    return reach(Set.of(code), next -> find(next).map(OrganTree::everAbove).orElse(Stream.empty()));
  }

  /** The codes of the organ and of all below it after all changes, in their order. */
  public List<String> subtree(String code) {
    return subtrees.computeIfAbsent(code, top -> subtree(top, Organ::above));
  }

  /** The codes of the organ and of all that stand below it on the day, in their order. */
  public List<String> subtree(String code, LocalDate day) {
    return dated.isEmpty()
        ? subtree(code)
        : subtreesByDay.get(
            new SubtreeKey(code, day), asked -> subtree(code, organ -> organ.above(day)));
  }

  /** How many organs each subtree has after all changes, by the code of the organ at its top. */
  public Map<String, Integer> sizes() {
    return Collections.unmodifiableMap(sizes);
  }

  /**
   * The codes of the organ and of the departments directly below it on the day, and of those that
   * were merged into any of them, in their order.
   */
  public List<String> level(String code, LocalDate day) {
    Set<String> tops = new LinkedHashSet<>(List.of(code));
    everBelow(code).stream()
        .filter(organ -> organ.isValidOn(day) && organ.above(day).equals(Optional.of(code)))
        .filter(organ -> organ.kindOn(day) == OrganKind.DEPARTMENT)
        .map(Organ::code)
        .forEach(tops::add);
    return withMerged(tops, day, Set.of());
  }

  /**
   * The codes of the organ and of those that were merged into it before the day, directly or one
   * after another, in their order.
   *
   * @param without those that are left out, with what was merged into them
   */
  public List<String> own(String code, LocalDate day, Set<String> without) {
    return withMerged(Set.of(code), day, without);
  }

  /**
   * The organ that counts the organ's applications as its own on the day: itself, or once it has
   * ended its successor; empty when it stands nowhere.
   */
  public Optional<String> countedWith(String code, LocalDate day) {
    return line(code, day).stream()
        .filter(above -> find(above).filter(organ -> organ.isValidOn(day)).isPresent())
        .findFirst();
  }

  /**
   * The day on which the organ stood below somebody who existed: the given one, or when it, or one
   * above it, had ended by then without a successor, the last one before; or when one of them was
   * yet to come, the first one after.
   */
  public LocalDate placed(String code, LocalDate day) {
    Optional<LocalDate> end = top(code, day).flatMap(Organ::validTo).filter(day::isAfter);
    if (end.isPresent()) {
      return lastPlaced(code, end.get());
    }
    Optional<LocalDate> begin = top(code, day).flatMap(Organ::validFrom).filter(day::isBefore);
    return begin.isPresent() ? firstPlaced(code, begin.get()) : day;
  }

  private LocalDate lastPlaced(String code, LocalDate day) {
    return top(code, day)
        .flatMap(Organ::validTo)
        .filter(day::isAfter)
        .map(end -> lastPlaced(code, end))
        .orElse(day);
  }

  private LocalDate firstPlaced(String code, LocalDate day) {
    return top(code, day)
        .flatMap(Organ::validFrom)
        .filter(day::isBefore)
        .map(begin -> firstPlaced(code, begin))
        .orElse(day);
  }

  private Optional<Organ> top(String code, LocalDate day) {
    String top = code;
    for (String above : line(code, day)) {
      top = above;
    }
    return find(top);
  }

  private List<String> withMerged(Set<String> codes, LocalDate day, Set<String> without) {
    return inOrder(
        reach(
            codes,
            top ->
                everBelow(top).stream()
                    .filter(
                        organ -> !organ.isValidOn(day) && organ.above(day).equals(Optional.of(top)))
                    .map(Organ::code)
                    .filter(code -> !without.contains(code))));
  }

  /** How the organ's subtree on the day differs from that after all changes. */
  public Difference difference(String root, LocalDate day) {
    Set<String> without = new HashSet<>();
    Set<String> with = new HashSet<>();
    for (String code : moving) {
      boolean inTheEnd = line(code).contains(root);
      boolean then = line(code, day).contains(root);
      if (inTheEnd != then) {
        (then ? with : without).add(code);
      }
    }
    return new Difference(without, with);
  }

  private List<String> subtree(String top, Function<Organ, Optional<String>> above) {
    return inOrder(
        reach(
            Set.of(top),
            code ->
                everBelow(code).stream()
                    .filter(organ -> above.apply(organ).equals(Optional.of(code)))
                    .map(Organ::code)));
  }

  private Set<String> line(String code, Function<Organ, Optional<String>> above) {
    Set<String> line = new LinkedHashSet<>();
    Optional<String> next = Optional.of(code);
    while (next.isPresent() && line.add(next.get())) {
      next = find(next.get()).flatMap(above);
    }
    return line;
  }

  private static List<String> inOrder(Set<String> codes) {
    return codes.stream().sorted().toList();
  }

  private static Set<String> reach(Set<String> from, Function<String, Stream<String>> next) {
    Set<String> found = new LinkedHashSet<>(from);
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      next.apply(open.pop()).filter(found::add).forEach(open::push);
    }
    return found;
  }

  private Collection<Organ> everBelow(String code) {
    return everBelow.getOrDefault(code, Set.of());
  }

  private static Stream<String> everAbove(Organ organ) {
    List<String> above = new ArrayList<>();
    organ.parent().ifPresent(above::add);
    organ.successor().ifPresent(above::add);
    organ
        .formerly()
        .forEach(term -> term.parentOrganCode().map(OrganCode::value).ifPresent(above::add));
    return above.stream();
  }
}
