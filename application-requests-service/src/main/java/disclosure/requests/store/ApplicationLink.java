package disclosure.requests.store;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What other features may know of an application that they refer to. */
@ApplicationScoped
public class ApplicationLink {

  /** The day of receipt; absent when the organ has no such application. */
  public Optional<LocalDate> receivedOn(Connection connection, UUID id, OrganCode organ)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT received_on FROM application WHERE id = ? AND organ_code = ?")) {
      select.setObject(1, id);
      select.setString(2, organ.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getObject(1, LocalDate.class)) : Optional.empty();
      }
    }
  }

  /** Those of the applications that stand concluded with one of the outcomes. */
  public Set<UUID> concludedWith(Connection connection, Set<UUID> ids, Set<Outcome> outcomes)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id FROM application WHERE id = ANY (?) AND outcome = ANY (?)")) {
      select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      select.setArray(
          2, connection.createArrayOf("text", outcomes.stream().map(Enum::name).toArray()));
      Set<UUID> found = new HashSet<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(row.getObject(1, UUID.class));
        }
      }
      return found;
    }
  }
}
