package disclosure.requests.security;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.problem.Refusal;
import jakarta.enterprise.context.RequestScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Which organs the current caller acts for. The directory is asked once for a request. */
@RequestScoped
public class OrganAccess {

  private static final String SUBTREES =
      """
      WITH RECURSIVE subtree AS (
        SELECT code FROM requests.organ WHERE code = ANY (?)
        UNION
        SELECT organ.code
        FROM requests.organ organ
        JOIN subtree ON subtree.code IN (organ.parent_code, organ.successor_code)
      )
      SELECT code FROM subtree
      """;

  private final CurrentCaller caller;
  private final DataSource database;
  private Optional<Reach> known = Optional.empty();

  OrganAccess(CurrentCaller caller, DataSource database) {
    this.caller = caller;
    this.database = database;
  }

  /** Whether the caller acts for the organ: it is named in the token, or lies below one that is. */
  public boolean mayActFor(OrganCode organ) {
    return reach().includes(organ);
  }

  /**
   * Lets the request go on only when the caller acts for the organ.
   *
   * @param field the field that names the organ
   * @throws Refusal 403, naming the field
   */
  public void require(OrganCode organ, String field) {
    if (!mayActFor(organ)) {
      throw Refusal.outOfScope(field);
    }
  }

  /** All organs that the caller acts for. */
  public Reach reach() {
    if (known.isEmpty()) {
      CallerScope scope = caller.get().scope();
      known = Optional.of(new Reach(scope.everywhere(), organs(scope)));
    }
    return known.get();
  }

  private Set<OrganCode> organs(CallerScope scope) {
    if (scope.everywhere() || scope.roots().isEmpty()) {
      return Set.of();
    }
    Set<OrganCode> organs = new HashSet<>(scope.roots());
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(SUBTREES)) {
      Array roots =
          connection.createArrayOf(
              "text", scope.roots().stream().map(OrganCode::value).toArray(String[]::new));
      statement.setArray(1, roots);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          organs.add(new OrganCode(row.getString(1)));
        }
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("the directory of organs can't be read", failure);
    }
    return organs;
  }
}
