package disclosure.report.publication;

import com.fasterxml.jackson.core.type.TypeReference;
import disclosure.report.content.ReportId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The reasons for which checks were passed over. */
@ApplicationScoped
public class KeptReasons {

  private final DataSource database;

  KeptReasons(DataSource database) {
    this.database = database;
  }

  /** Every reason that was ever given for a report, the newest first. */
  public List<KeptReason> all(ReportId id) {
    return select(
        id,
        "SELECT check_number, findings, reason, recorded_by, recorded_at FROM kept_reason"
            + " WHERE organ_code = ? AND report_year = ? AND scope = ? ORDER BY id DESC");
  }

  /** The reasons that count: for each check the newest. */
  public List<KeptReason> inForce(ReportId id) {
    return select(
        id,
        "SELECT DISTINCT ON (check_number) check_number, findings, reason, recorded_by, recorded_at"
            + " FROM kept_reason WHERE organ_code = ? AND report_year = ? AND scope = ?"
            + " ORDER BY check_number, id DESC");
  }

  /** Keeps a reason. */
  public void add(ReportId id, KeptReason kept) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO kept_reason (organ_code, report_year, scope, check_number, findings,"
                    + " reason, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      int next = Keys.bind(insert, id);
      insert.setInt(next++, kept.check());
      insert.setString(next++, FrozenJson.write(kept.findings()));
      insert.setString(next++, kept.reason());
      insert.setString(next++, kept.recordedBy());
      insert.setObject(next, kept.recordedAt().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    } catch (SQLException failure) {
      throw new StorageFailure(failure);
    }
  }

  private List<KeptReason> select(ReportId id, String sql) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      Keys.bind(select, id);
      List<KeptReason> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new KeptReason(
                  row.getInt(1),
                  FrozenJson.read(row.getString(2), new TypeReference<List<String>>() {}),
                  row.getString(3),
                  row.getString(4),
                  row.getObject(5, OffsetDateTime.class).toInstant()));
        }
      }
      return found;
    } catch (SQLException failure) {
      throw new StorageFailure(failure);
    }
  }
}
