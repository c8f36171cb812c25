package disclosure.requests.dispute;

import disclosure.requests.contract.OrganCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** 未经行政复议直接提起的行政诉讼: the suits that no reconsideration went before. */
@ApplicationScoped
public class DirectSuits {

  private static final String ACCEPTED =
      """
      SELECT id, application_id
        FROM dispute
       WHERE organ_code = ?
         AND kind = 'LITIGATION_DIRECT'
         AND accepted_on BETWEEN ? AND ?
         AND application_id IS NOT NULL
       ORDER BY id
      """;

  /** Those against an organ that were accepted between two days, with what each is about, by id. */
  public Map<UUID, UUID> between(
      Connection connection, OrganCode organ, LocalDate first, LocalDate last) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(ACCEPTED)) {
      select.setString(1, organ.value());
      select.setObject(2, first);
      select.setObject(3, last);
      Map<UUID, UUID> applications = new LinkedHashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          applications.put(
              row.getObject("id", UUID.class), row.getObject("application_id", UUID.class));
        }
      }
      return applications;
    }
  }
}
