package disclosure.report.publication;

import disclosure.report.content.ReportId;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** What belongs to a published revision, in tables of its own. */
final class PublishedParts {

  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final String KEY =
      " WHERE organ_code = ? AND report_year = ? AND scope = ? AND revision = ?";

  private PublishedParts() {}

  static void add(
      Connection connection,
      FrozenReport report,
      int revision,
      List<FrozenDocument> documents,
      List<FrozenApplication> applications)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO published_document (organ_code, report_year, scope, revision, format,"
                + " media_type, bytes, sha256, sm3) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (FrozenDocument document : documents) {
        int next = bind(insert, report.id(), revision);
        insert.setString(next++, document.format());
        insert.setString(next++, document.mediaType());
        insert.setBytes(next++, document.bytes());
        insert.setBytes(next++, document.digests().sha256Bytes());
        insert.setBytes(next, document.digests().sm3Bytes());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO published_application (organ_code, report_year, scope, revision,"
                + " application_id, version, applicant_type, received_on, outcome, concluded_on)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (FrozenApplication application : applications) {
        int next = bind(insert, report.id(), revision);
        insert.setObject(next++, application.applicationId());
        insert.setLong(next++, application.version());
        insert.setString(next++, application.applicantType().name());
        insert.setObject(next++, application.receivedOn());
        insert.setString(next++, application.outcome().map(Outcome::name).orElse(null));
        insert.setObject(next, application.concludedOn().orElse(null));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO published_child (organ_code, report_year, scope, revision, child_code,"
                + " child_scope, child_revision) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      for (FrozenReport.Child child : report.children()) {
        int next = bind(insert, report.id(), revision);
        insert.setString(next++, child.organ().value());
        insert.setString(next++, child.scope().name());
        insert.setInt(next, child.revision());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  static List<FrozenDocument> documents(
      DataSource database, ReportId id, int revision, Optional<String> format) {
    String bytes = format.isPresent() ? "bytes" : "''::bytea";
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT format, media_type, "
                    + bytes
                    + ", sha256, sm3 FROM published_document"
                    + KEY
                    + (format.isPresent() ? " AND format = ?" : "")
                    + " ORDER BY format")) {
      int next = bind(select, id, revision);
      if (format.isPresent()) {
        select.setString(next, format.get());
      }
      List<FrozenDocument> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new FrozenDocument(
                  row.getString(1),
                  row.getString(2),
                  row.getBytes(3),
                  Digests.of(row.getBytes(4), row.getBytes(5))));
        }
      }
      return found;
    } catch (SQLException failure) {
      throw new StorageFailure(failure);
    }
  }

  static List<FrozenApplication> applications(
      DataSource database, ReportId id, int revision, Optional<UUID> after, int limit) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT application_id, version, applicant_type, received_on, outcome,"
                    + " concluded_on FROM published_application"
                    + KEY
                    + " AND application_id > ? ORDER BY application_id LIMIT ?")) {
      int next = bind(select, id, revision);
      select.setObject(next++, after.orElse(BEFORE_ALL));
      select.setInt(next, limit);
      List<FrozenApplication> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new FrozenApplication(
                  row.getObject(1, UUID.class),
                  row.getLong(2),
                  ApplicantType.valueOf(row.getString(3)),
                  row.getObject(4, LocalDate.class),
                  Optional.ofNullable(row.getString(5)).map(Outcome::valueOf),
                  Optional.ofNullable(row.getObject(6, LocalDate.class))));
        }
      }
      return found;
    } catch (SQLException failure) {
      throw new StorageFailure(failure);
    }
  }

  private static int bind(PreparedStatement statement, ReportId id, int revision)
      throws SQLException {
    int next = Keys.bind(statement, id);
    statement.setInt(next, revision);
    return next + 1;
  }
}
