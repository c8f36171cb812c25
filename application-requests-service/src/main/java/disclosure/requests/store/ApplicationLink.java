package disclosure.requests.store;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What other features may know of an application that they refer to. */
@ApplicationScoped
public class ApplicationLink {

  /** The day of receipt; absent when none of the organs has such an application. */
  public Optional<LocalDate> receivedOn(Connection connection, UUID id, Set<OrganCode> organs)
      throws SQLException {
    return Sql.of(
            connection,
            "SELECT received_on FROM application WHERE id = :id AND organ_code = ANY (:organs)")
        .with("id", id)
        .array("organs", "text", organs)
        .first(LocalDate.class);
  }

  /** Those of the applications that stand concluded with one of the outcomes. */
  public Set<UUID> concludedWith(Connection connection, Set<UUID> ids, Set<Outcome> outcomes)
      throws SQLException {
    return Set.copyOf(
        Sql.of(
                connection,
                "SELECT id FROM application WHERE id = ANY (:ids) AND outcome = ANY (:outcomes)")
            .array("ids", "uuid", ids)
            .array("outcomes", "text", outcomes)
            .list(UUID.class));
  }
}
