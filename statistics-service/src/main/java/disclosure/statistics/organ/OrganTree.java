package disclosure.statistics.organ;

import disclosure.requests.contract.OrganKind;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All organs by their newest states. Parents that would close a circle lead nowhere. */
public final class OrganTree {

  /**
   * An organ.
   *
   * @param code its 统一社会信用代码
   * @param name its name
   * @param kind its kind
   * @param parent the code of the organ above, which need not be known
   * @param validFrom its first day, when known
   * @param validTo its last day, when there is one
   */
  public record Organ(
      String code,
      String name,
      OrganKind kind,
      Optional<String> parent,
      Optional<LocalDate> validFrom,
      Optional<LocalDate> validTo) {

    /** Whether the organ exists on the day. */
    public boolean isValidOn(LocalDate day) {
      return !validFrom.map(first -> first.isAfter(day)).orElse(false)
          && !validTo.map(last -> last.isBefore(day)).orElse(false);
    }
  }

  private final Map<String, Organ> organs = new TreeMap<>();
  private final Map<String, List<Organ>> below = new HashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private final List<Organ> bounded;

  /** The tree of the given organs. */
  public OrganTree(Collection<Organ> all) {
    for (Organ organ : all) {
      organs.put(organ.code(), organ);
      organ
          .parent()
          .ifPresent(
              parent -> below.computeIfAbsent(parent, first -> new ArrayList<>()).add(organ));
    }
    organs
        .keySet()
        .forEach(code -> line(code).forEach(above -> sizes.merge(above, 1, Integer::sum)));
    bounded =
        all.stream()
            .filter(organ -> organ.validFrom().isPresent() || organ.validTo().isPresent())
            .toList();
  }

  /** The organ with the code. */
  public Optional<Organ> find(String code) {
    return Optional.ofNullable(organs.get(code));
  }

  /** All organs, in the order of their codes. */
  public Collection<Organ> organs() {
    return organs.values();
  }

  /** The codes of the organ and of all above it, from below upwards. */
  public Set<String> line(String code) {
    Set<String> line = new LinkedHashSet<>();
    Optional<String> next = Optional.of(code);
    while (next.isPresent() && line.add(next.get())) {
      next = find(next.get()).flatMap(Organ::parent);
    }
    return line;
  }

  /** The codes of the organ and of all below it, whenever they exist. */
  public List<String> subtree(String code) {
    return subtree(code, organ -> true);
  }

  /** How many organs each subtree has, by the code of the organ at its top. */
  public Map<String, Integer> sizes() {
    return Collections.unmodifiableMap(sizes);
  }

  /** The codes of the organ, and of those below it that are reached by organs valid on the day. */
  public List<String> subtree(String code, LocalDate day) {
    return subtree(code, organ -> organ.isValidOn(day));
  }

  /** The codes of the organ, and of the departments directly below it that are valid on the day. */
  public List<String> level(String code, LocalDate day) {
    List<String> level = new ArrayList<>(List.of(code));
    directlyBelow(code).stream()
        .filter(organ -> organ.kind() == OrganKind.DEPARTMENT && organ.isValidOn(day))
        .map(Organ::code)
        .filter(other -> !other.equals(code))
        .forEach(level::add);
    return level;
  }

  /** Those below the organ that don't exist on the day, without those that are below such ones. */
  public List<Organ> absent(String root, LocalDate day) {
    return bounded.stream()
        .filter(organ -> !organ.isValidOn(day) && !organ.code().equals(root))
        .filter(organ -> isReached(root, organ, day))
        .toList();
  }

  /** Whether the way from the root down to the organ's parent is valid. */
  private boolean isReached(String root, Organ organ, LocalDate day) {
    for (String above : line(organ.code())) {
      if (above.equals(root)) {
        return true;
      }
      if (!above.equals(organ.code())
          && !find(above).map(found -> found.isValidOn(day)).orElse(false)) {
        return false;
      }
    }
    return false;
  }

  private List<String> subtree(String code, Predicate<Organ> reached) {
    Set<String> found = new LinkedHashSet<>(List.of(code));
    Deque<String> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      for (Organ organ : directlyBelow(open.pop())) {
        if (reached.test(organ) && found.add(organ.code())) {
          open.push(organ.code());
        }
      }
    }
    return List.copyOf(found);
  }

  private List<Organ> directlyBelow(String code) {
    return below.getOrDefault(code, List.of());
  }
}
