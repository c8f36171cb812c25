package disclosure.requests.organ;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.transaction.RegisterReader;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
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
      "SELECT code, valid_from, valid_to FROM organ WHERE code = ANY (:codes)";

  private static final String TAKEN_OVER = "SELECT code FROM own_organs(:code, 'infinity', '{}')";

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

  /** The organ, and all that were merged into it. */
  public Set<OrganCode> withTakenOver(Connection connection, OrganCode organ) throws SQLException {
    return Set.copyOf(Sql.of(connection, TAKEN_OVER).with("code", organ).list(OrganCode.class));
  }

  /** Those of the given organs that are in the directory. */
  public Map<OrganCode, Existence> find(Set<OrganCode> codes) throws SQLException {
    return reader.directory(connection -> find(connection, codes));
  }

  /**
   * Whether any organ lies in a place, be it a former one.
   *
   * @param division 2, 4 or 6 digits of GB/T 2260
   */
  public boolean anyIn(Connection connection, String division) throws SQLException {
    return Sql.of(
            connection,
            "SELECT FROM organ WHERE starts_with(substr(code, 3, 6), :division) LIMIT 1")
        .with("division", division)
        .exists();
  }

  /** The same within a transaction. */
  public Map<OrganCode, Existence> find(Connection connection, Set<OrganCode> codes)
      throws SQLException {
    record Row(OrganCode code, Optional<LocalDate> validFrom, Optional<LocalDate> validTo) {}
    Map<OrganCode, Existence> found = new HashMap<>();
    Sql.of(connection, FIND)
        .array("codes", "text", codes)
        .list(Row.class)
        .forEach(row -> found.put(row.code(), new Existence(row.validFrom(), row.validTo())));
    return found;
  }
}
