package disclosure.requests.organ;

import disclosure.requests.application.Receipt;
import disclosure.requests.contract.OrganCode;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who stands below whom on which day, of an organ, of all that were ever below it or merged into
 * it, and of all that any of these were ever below.
 */
final class OrganLines {

  private static final String AROUND =
      """
      WITH RECURSIVE below (code) AS (
        SELECT :organ::text
        UNION
        SELECT next.code
          FROM below
         CROSS JOIN LATERAL (
                SELECT code FROM requests.organ WHERE parent_code = below.code
                UNION ALL
                SELECT code FROM requests.organ WHERE successor_code = below.code
                UNION ALL
                SELECT organ_code FROM requests.organ_term WHERE parent_code = below.code) next
      ), line (code) AS (
        SELECT code FROM below
        UNION
        SELECT next.code
          FROM line
         CROSS JOIN LATERAL (
                SELECT parent_code AS code FROM requests.organ WHERE code = line.code
                UNION ALL
                SELECT successor_code FROM requests.organ WHERE code = line.code
                UNION ALL
                SELECT parent_code FROM requests.organ_term WHERE organ_code = line.code) next
         WHERE next.code IS NOT NULL
      )
      SELECT code IN (SELECT code FROM below) AS is_below,
      """
          + PublishedOrgans.COLUMNS
          + " FROM requests.organ JOIN line USING (code) ORDER BY code";

  private final OrganCode top;
  private final Map<OrganCode, OrganView> organs;
  private final List<OrganCode> below;

  private OrganLines(OrganCode top, Map<OrganCode, OrganView> organs, List<OrganCode> below) {
    this.top = top;
    this.organs = organs;
    this.below = below;
  }

  /** Those around an organ, as the connection sees the directory. */
  static OrganLines around(Connection connection, OrganCode organ) throws SQLException {
    Map<OrganCode, OrganView> organs = new HashMap<>();
    List<OrganCode> below = new ArrayList<>();
    Sql.of(connection, AROUND)
        .with("organ", organ)
        .forEach(
            row -> {
              OrganView found = OrganView.of(PublishedOrgans.state(row));
              organs.put(found.organCode(), found);
              if (row.getBoolean("is_below")) {
                below.add(found.organCode());
              }
            });
    return new OrganLines(organ, organs, below);
  }

  /** How many there are. */
  int size() {
    return organs.size();
  }

  /**
   * The first whose applications, of a day, come into no government's sum, though the organ has a
   * superior or a successor; its own first, then of those below in the order of their codes. What
   * was so before the change is no fault of it.
   *
   * @param before what the organ was before its change; absent when it is new
   */
  Optional<Gap> firstGap(Optional<OrganView> before) {
    OrganView changed = organs.get(top);
    Optional<OrganLines> then = before.map(this::with);
    return Stream.concat(
            Stream.of(changed), below.stream().filter(code -> !code.equals(top)).map(organs::get))
        .flatMap(organ -> days(organ, before).flatMap(day -> gap(organ, day).stream()))
        .filter(gap -> then.filter(lines -> lines.had(gap)).isEmpty())
        .findFirst();
  }

  private OrganLines with(OrganView other) {
    Map<OrganCode, OrganView> all = new HashMap<>(organs);
    all.put(other.organCode(), other);
    return new OrganLines(top, all, below);
  }

  /** Whether these have the gap, too, and the organ hasn't been put elsewhere since. */
  private boolean had(Gap gap) {
    OrganView organ = organs.get(gap.organ().organCode());
    return gap(organ, gap.day()).isPresent()
        && organ.above(gap.day()).equals(gap.organ().above(gap.day()));
  }

  /** No application is older than the Regulation. */
  private Stream<LocalDate> days(OrganView organ, Optional<OrganView> before) {
    return Stream.concat(
            Stream.of(Receipt.REGULATION_IN_FORCE),
            Stream.concat(everAtOrAbove(organ), before.stream()).flatMap(OrganView::changes))
        .filter(day -> !day.isBefore(Receipt.REGULATION_IN_FORCE))
        .distinct()
        .sorted();
  }

  private Stream<OrganView> everAtOrAbove(OrganView organ) {
    Set<OrganCode> found = new LinkedHashSet<>(List.of(organ.organCode()));
    Deque<OrganCode> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      organs.get(open.pop()).everAbove().filter(found::add).forEach(open::push);
    }
    return found.stream().map(organs::get);
  }

  /**
   * What is there on a day reaches somebody above whom there is nobody, and who is there, too. What
   * is merged goes on in somebody who is there on the first day, and later is where that one is.
   */
  private Optional<Gap> gap(OrganView organ, LocalDate day) {
    if (organ.existsOn(day)) {
      return Optional.of(topmost(organ, day))
          .filter(last -> !last.existsOn(day))
          .map(last -> new Gap(organ, day, last));
    }
    return organ
        .successorOrganCode()
        .filter(code -> organ.validTo().map(last -> last.plusDays(1)).equals(Optional.of(day)))
        .map(organs::get)
        .filter(successor -> !successor.existsOn(day))
        .map(successor -> new Gap(organ, day, successor));
  }

  private OrganView topmost(OrganView organ, LocalDate day) {
    OrganView last = organ;
    Set<OrganCode> passed = new LinkedHashSet<>();
    Optional<OrganView> next = Optional.of(organ);
    while (next.isPresent() && passed.add(next.get().organCode())) {
      last = next.get();
      next = last.above(day).map(organs::get);
    }
    return last;
  }
}
