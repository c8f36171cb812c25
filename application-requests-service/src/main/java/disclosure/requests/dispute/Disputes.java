package disclosure.requests.dispute;

import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.DisputeResult;
import disclosure.requests.contract.OrganCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The cases, in plain SQL. */
@ApplicationScoped
class Disputes {

  /**
   * What the first post of a natural key was answered with.
   *
   * @param answer the body
   */
  record FirstPost(UUID id, String answer) {}

  private static final String COLUMNS =
      """
      id, version, organ_code, source_reference, kind, accepted_on, application_id, result,
      closed_on
      """;

  /** Stores a new case unless its natural key is taken, and tells whether it did. */
  boolean insert(
      Connection connection, Dispute dispute, String clientId, String answer, Instant now)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO dispute
              (id, version, organ_code, source_client, source_reference, kind, accepted_on,
               application_id, result, closed_on, first_answer, recorded_at, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (source_client, organ_code, source_reference) DO NOTHING
            """)) {
      insert.setObject(1, dispute.id());
      insert.setLong(2, dispute.version());
      insert.setString(3, dispute.organCode().value());
      insert.setString(4, clientId);
      insert.setString(5, dispute.sourceReference());
      insert.setString(6, dispute.kind().name());
      insert.setObject(7, dispute.acceptedOn());
      insert.setObject(8, dispute.applicationId().orElse(null), java.sql.Types.OTHER);
      insert.setString(9, dispute.result().map(Enum::name).orElse(null));
      insert.setObject(10, dispute.closedOn().orElse(null), java.sql.Types.DATE);
      insert.setString(11, answer);
      insert.setObject(12, now.atOffset(ZoneOffset.UTC));
      insert.setObject(13, now.atOffset(ZoneOffset.UTC));
      return insert.executeUpdate() == 1;
    }
  }

  Optional<FirstPost> firstPost(
      Connection connection, String clientId, OrganCode organ, String sourceReference)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT id, first_answer FROM dispute
            WHERE source_client = ? AND organ_code = ? AND source_reference = ?
            """)) {
      select.setString(1, clientId);
      select.setString(2, organ.value());
      select.setString(3, sourceReference);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new FirstPost(row.getObject(1, UUID.class), row.getString(2)))
            : Optional.empty();
      }
    }
  }

  Optional<Dispute> find(Connection connection, UUID id) throws SQLException {
    return find(connection, id, "");
  }

  /** The case, locked until the transaction ends so that its version can grow. */
  Optional<Dispute> lock(Connection connection, UUID id) throws SQLException {
    return find(connection, id, " FOR NO KEY UPDATE");
  }

  void close(Connection connection, Dispute closed, Instant now) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE dispute SET version = ?, result = ?, closed_on = ?, changed_at = ? WHERE id = ?
            """)) {
      update.setLong(1, closed.version());
      update.setString(2, closed.result().map(Enum::name).orElseThrow());
      update.setObject(3, closed.closedOn().orElseThrow());
      update.setObject(4, now.atOffset(ZoneOffset.UTC));
      update.setObject(5, closed.id());
      update.executeUpdate();
    }
  }

  /** A page of an organ's cases in the order of their ids, which is that of their recording. */
  List<Dispute> page(Connection connection, OrganCode organ, Optional<UUID> after, int size)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT "
                + COLUMNS
                + "FROM dispute WHERE organ_code = ? AND id > ? ORDER BY id LIMIT ?")) {
      select.setString(1, organ.value());
      select.setObject(2, after.orElse(new UUID(0, 0)));
      select.setInt(3, size);
      try (ResultSet row = select.executeQuery()) {
        List<Dispute> page = new ArrayList<>();
        while (row.next()) {
          page.add(read(row));
        }
        return page;
      }
    }
  }

  private static Optional<Dispute> find(Connection connection, UUID id, String lock)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT " + COLUMNS + "FROM dispute WHERE id = ?" + lock)) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    }
  }

  private static Dispute read(ResultSet row) throws SQLException {
    return new Dispute(
        row.getObject("id", UUID.class),
        row.getLong("version"),
        new OrganCode(row.getString("organ_code")),
        row.getString("source_reference"),
        DisputeKind.valueOf(row.getString("kind")),
        row.getObject("accepted_on", LocalDate.class),
        Optional.ofNullable(row.getObject("application_id", UUID.class)),
        Optional.ofNullable(row.getString("result")).map(DisputeResult::valueOf),
        Optional.ofNullable(row.getObject("closed_on", LocalDate.class)));
  }
}
