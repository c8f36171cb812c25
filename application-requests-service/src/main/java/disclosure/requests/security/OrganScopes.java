package disclosure.requests.security;

import disclosure.edge.Action;
import disclosure.edge.CallerScope;
import disclosure.edge.OrganLine;
import disclosure.edge.Right;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * For which of some organs clients act, looked at from these organs upwards, as these stand today:
 * a reform that is recorded ahead gives and takes nothing before its day.
 */
@ApplicationScoped
public class OrganScopes {

  private static final String ABOVE =
      """
      WITH RECURSIVE above (organ, code) AS (
        SELECT code, code FROM unnest(:organs::text[]) code
        UNION
        SELECT above.organ, next.above
          FROM above
         CROSS JOIN LATERAL requests.organ_superior(above.code, :today) next
         WHERE next.above IS NOT NULL
      )
      SELECT organ, code FROM above
      """;

  /** That of an organ of which nothing is asked, for callers who act for all there are. */
  private static final OrganLine UNKNOWN = OrganLine.ofNow(Set.of());

  private final RegisterReader reader;
  private final Clock clock;

  OrganScopes(RegisterReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * Those of the organs that each scope stands for: they are named in it, or lie below one that is.
   */
  public Map<CallerScope, Reach> within(Collection<CallerScope> scopes, Set<OrganCode> organs)
      throws SQLException {
    Map<OrganCode, OrganLine> lines =
        scopes.stream().allMatch(CallerScope::everywhere) ? Map.of() : lines(organs);
    Map<CallerScope, Reach> reaches = new HashMap<>();
    for (CallerScope scope : scopes) {
      reaches.put(
          scope,
          new Reach(
              false,
              organs.stream()
                  .filter(organ -> isActedFor(lines.getOrDefault(organ, UNKNOWN), scope))
                  .collect(Collectors.toSet())));
    }
    return reaches;
  }

  /** Whether a scope stands for an organ, as the directory stands. */
  boolean isActedFor(OrganCode organ, CallerScope scope) {
    if (scope.everywhere()) {
      return isActedFor(UNKNOWN, scope);
    }
    try {
      return isActedFor(lines(Set.of(organ)).get(organ), scope);
    } catch (SQLException failure) {
      throw new IllegalStateException("the directory of organs can't be read", failure);
    }
  }

  /** The register's requests are about no days: who may read may write. */
  private static boolean isActedFor(OrganLine line, CallerScope scope) {
    return line.right(scope, Action.WRITE) == Right.ALLOWED;
  }

  /** Each organ with itself and all above it today. */
  private Map<OrganCode, OrganLine> lines(Set<OrganCode> organs) throws SQLException {
    record Above(OrganCode organ, String code) {}
    List<Above> pairs =
        reader.directory(
            connection ->
                Sql.of(connection, ABOVE)
                    .array("organs", "text", organs)
                    .with("today", LocalDate.now(clock))
                    .list(Above.class));
    return pairs.stream()
        .collect(
            Collectors.groupingBy(
                Above::organ,
                Collectors.collectingAndThen(
                    Collectors.mapping(Above::code, Collectors.toSet()), OrganLine::ofNow)));
  }
}
