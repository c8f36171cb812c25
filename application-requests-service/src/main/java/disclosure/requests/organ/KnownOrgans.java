package disclosure.requests.organ;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.transaction.RegisterReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** When the organs of the directory exist. */
@ApplicationScoped
public class KnownOrgans {

  private static final String FIND =
      "SELECT code, valid_from, valid_to FROM organ WHERE code = ANY (?)";

  private final RegisterReader reader;

  KnownOrgans(RegisterReader reader) {
    this.reader = reader;
  }

  /**
   * The days on which an organ exists, both ends included.
   *
   * @param from absent: always
   * @param to absent: until further notice
   */
  public record Existence(Optional<LocalDate> from, Optional<LocalDate> to) {

    /** Whether the organ exists on the day. */
    public boolean on(LocalDate day) {
      return from.map(first -> !day.isBefore(first)).orElse(true)
          && to.map(last -> !day.isAfter(last)).orElse(true);
    }
  }

  /** Those of the given organs that are in the directory. */
  public Map<OrganCode, Existence> find(Set<OrganCode> codes) throws SQLException {
    return reader.directory(connection -> find(connection, codes));
  }

  /** The same within a transaction. */
  public Map<OrganCode, Existence> find(Connection connection, Set<OrganCode> codes)
      throws SQLException {
    Map<OrganCode, Existence> found = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setArray(
          1, connection.createArrayOf("text", codes.stream().map(OrganCode::value).toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.put(
              new OrganCode(row.getString("code")),
              new Existence(
                  Optional.ofNullable(row.getObject("valid_from", LocalDate.class)),
                  Optional.ofNullable(row.getObject("valid_to", LocalDate.class))));
        }
      }
    }
    return found;
  }
}
