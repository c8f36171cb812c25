package disclosure.requests.security;

import disclosure.edge.CallerScope;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** For which of some organs clients act, looked at from these organs upwards. */
@ApplicationScoped
public class OrganScopes {

  private static final String ABOVE =
      """
      WITH RECURSIVE above (organ, code) AS (
        SELECT code, code FROM unnest(:organs::text[]) code
        UNION
        SELECT above.organ, next.code
          FROM above
          JOIN requests.organ ON organ.code = above.code
         CROSS JOIN LATERAL (VALUES (organ.parent_code), (organ.successor_code)) next (code)
         WHERE next.code IS NOT NULL
      )
      SELECT organ, code FROM above
      """;

  private final RegisterReader reader;

  OrganScopes(RegisterReader reader) {
    this.reader = reader;
  }

  /**
   * Those of the organs that each scope stands for: they are named in it, or lie below one that is.
   */
  public Map<CallerScope, Reach> within(Collection<CallerScope> scopes, Set<OrganCode> organs)
      throws SQLException {
    Map<OrganCode, Set<OrganCode>> above =
        scopes.stream().allMatch(CallerScope::everywhere) ? Map.of() : above(organs);
    Map<CallerScope, Reach> reaches = new HashMap<>();
    for (CallerScope scope : scopes) {
      reaches.put(
          scope,
          new Reach(
              false,
              organs.stream()
                  .filter(
                      organ ->
                          scope.everywhere()
                              || above.get(organ).stream().anyMatch(scope.roots()::contains))
                  .collect(Collectors.toSet())));
    }
    return reaches;
  }

  /** Each organ with itself and all above it, as the directory stands. */
  private Map<OrganCode, Set<OrganCode>> above(Set<OrganCode> organs) throws SQLException {
    record Above(OrganCode organ, OrganCode code) {}
    List<Above> pairs =
        reader.directory(
            connection ->
                Sql.of(connection, ABOVE).array("organs", "text", organs).list(Above.class));
    Map<OrganCode, Set<OrganCode>> above = new HashMap<>();
    pairs.forEach(
        pair -> above.computeIfAbsent(pair.organ(), organ -> new HashSet<>()).add(pair.code()));
    return above;
  }
}
