package disclosure.requests.security;

import disclosure.edge.CallerScope;
import disclosure.edge.CurrentCaller;
import disclosure.edge.Refusal;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.transaction.Reach;
import disclosure.storage.Sql;
import jakarta.enterprise.context.RequestScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Which organs the current caller acts for: {@link disclosure.edge.OrganLine} decides for one, and
 * the reach is all of which it would say so. The directory is asked for that once in a request.
 */
@RequestScoped
public class OrganAccess {

  private static final String SUBTREES =
      "SELECT code FROM requests.organs_acted_for(:roots, :today)";

  private final CurrentCaller caller;
  private final OrganScopes scopes;
  private final DataSource database;
  private final Clock clock;
  private Optional<Reach> known = Optional.empty();

  OrganAccess(CurrentCaller caller, OrganScopes scopes, DataSource database, Clock clock) {
    this.caller = caller;
    this.scopes = scopes;
    this.database = database;
    this.clock = clock;
  }

  /** Whether the caller acts for the organ: it is named in the token, or lies below one that is. */
  public boolean mayActFor(OrganCode organ) {
    return scopes.isActedFor(organ, caller.get().scope());
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

  /** The organ and all below it, of which the caller acts for all when he acts for the organ. */
  public Reach within(OrganCode organ) {
    return new Reach(false, subtrees(Set.of(organ)));
  }

  /** Whether the directory has the organ. */
  public boolean isKnown(OrganCode organ) {
    try (Connection connection = database.getConnection()) {
      return Sql.of(connection, "SELECT FROM requests.organ WHERE code = :code")
          .with("code", organ)
          .exists();
    } catch (SQLException failure) {
      throw new IllegalStateException("the directory of organs can't be read", failure);
    }
  }

  private Set<OrganCode> organs(CallerScope scope) {
    return scope.everywhere() || scope.roots().isEmpty() ? Set.of() : subtrees(scope.roots());
  }

  private Set<OrganCode> subtrees(Set<OrganCode> tops) {
    try (Connection connection = database.getConnection()) {
      return Set.copyOf(
          Sql.of(connection, SUBTREES)
              .array("roots", "text", tops)
              .with("today", LocalDate.now(clock))
              .list(OrganCode.class));
    } catch (SQLException failure) {
      throw new IllegalStateException("the directory of organs can't be read", failure);
    }
  }
}
