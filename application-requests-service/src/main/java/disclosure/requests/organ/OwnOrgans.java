package disclosure.requests.organ;

import disclosure.requests.contract.OrganCode;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Whose applications count as an organ's own. */
public final class OwnOrgans {

  private OwnOrgans() {}

  /**
   * The organ and those that were merged into it before the day, directly or one after another.
   *
   * @param without those that are left out, with what was merged into them
   */
  public static List<OrganCode> on(
      Connection connection, OrganCode organ, LocalDate day, Set<OrganCode> without)
      throws SQLException {
    return Sql.of(connection, "SELECT code FROM own_organs(:organ, :day, :without)")
        .with("organ", organ)
        .with("day", day)
        .array("without", "text", without)
        .list(String.class)
        .stream()
        .map(OrganCode::new)
        .toList();
  }
}
