package disclosure.statistics.page;

import disclosure.edge.look.WrittenDay;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.organ.Organ;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is chosen on the dashboard: its address. What is left empty in a form counts as left out.
 *
 * @param view what is shown of it
 * @param organ the code of the organ
 * @param year a year
 * @param from the first day of a period instead
 * @param to its last day
 * @param scope which organs are counted
 * @param find a part of the name or the beginning of the code of an organ that is looked for
 */
record Choice(
    View view,
    Optional<String> organ,
    Optional<String> year,
    Optional<String> from,
    Optional<String> to,
    Optional<String> scope,
    Optional<String> find) {

  static final String PATH = "/dashboard";

  Choice {
    organ = filled(organ);
    year = filled(year);
    from = filled(from).map(Choice::day);
    to = filled(to).map(Choice::day);
    scope = filled(scope);
    find = filled(find);
  }

  private static Optional<String> filled(Optional<String> text) {
    return text.map(String::strip).filter(given -> !given.isEmpty());
  }

  /** As addresses have it, where it is a day as people write it; else what was written. */
  private static String day(String text) {
    return WrittenDay.read(text).map(LocalDate::toString).orElse(text);
  }

  /** Whether nothing was chosen yet. */
  boolean isEmpty() {
    return values().isEmpty();
  }

  /** The same, of this year when no period was chosen. */
  Choice dated(LocalDate today) {
    boolean isDated = year.isPresent() || from.isPresent() || to.isPresent();
    return new Choice(
        view,
        organ,
        isDated ? year : Optional.of(Integer.toString(today.getYear())),
        from,
        to,
        scope,
        find);
  }

  /** The same view of an organ. */
  Choice of(OrganCode chosen, LocalDate today) {
    Choice dated = dated(today);
    return new Choice(
        view, Optional.of(chosen.value()), dated.year, from, to, scope, Optional.empty());
  }

  /** The same choice, seen otherwise. */
  Choice as(View other) {
    return new Choice(other, organ, year, from, to, scope, find);
  }

  /** The same choice of the organ alone. */
  Choice alone() {
    return new Choice(view, organ, year, from, to, Optional.empty(), find);
  }

  /** The same choice with the organs below, where only the organ itself was chosen. */
  Choice withOrgansBelow() {
    return scope.isPresent() || isEmpty()
        ? this
        : new Choice(view, organ, year, from, to, Optional.of(Scope.SUBTREE.name()), find);
  }

  /** The path of its view. */
  String path() {
    return PATH + view.below();
  }

  /** Its address. */
  String address() {
    return address(view.below());
  }

  /** Its address, or that of what else is told of the same choice. */
  String address(String below) {
    return PATH + below + parameters();
  }

  private String parameters() {
    return values().entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", values().isEmpty() ? "" : "?", ""));
  }

  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    organ.ifPresent(value -> values.put("organ", value));
    year.ifPresent(value -> values.put("year", value));
    from.ifPresent(value -> values.put("from", value));
    to.ifPresent(value -> values.put("to", value));
    scope.ifPresent(value -> values.put("scope", value));
    find.ifPresent(value -> values.put("find", value));
    return values;
  }

  /** A link to the view of an organ. */
  Link link(Organ found, LocalDate today) {
    return new Link(
        found.nameOn(today), found.code(), of(new OrganCode(found.code()), today).address());
  }

  /**
   * An organ that may be chosen.
   *
   * @param name its name
   * @param code its code
   * @param address where its table is
   */
  public record Link(String name, String code, String address) {}

  /** Some of those that may be chosen, and how many there are. */
  record Links(List<Link> first, long all) {}
}
