package disclosure.requests.outbox;

import disclosure.requests.contract.OrganCode;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The orders to publish again, in plain SQL. */
@ApplicationScoped
class Republications {

  private static final String COLUMNS =
      """
      id, organ_code, scope, changed_since, requested_at, appended, finished_at, topic, last_key,
      (SELECT count(*) FROM requests.job_piece
        WHERE job_id = republication.id AND parked_at IS NOT NULL) AS parked
      """;

  /**
   * An order and how far it is carried out.
   *
   * @param topic whose states are being read; absent before the first
   * @param lastKey the last one that was read of them
   */
  record Open(Republication order, Optional<String> topic, String lastKey) {}

  void insert(Connection connection, Republication order, String clientId) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO requests.republication
                   (id, organ_code, scope, changed_since, requested_by, requested_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """)) {
      insert.setObject(1, order.id());
      insert.setString(2, order.organCode().map(OrganCode::value).orElse(null));
      insert.setString(3, order.scope().name());
      insert.setTimestamp(4, order.changedSince().map(Timestamp::from).orElse(null));
      insert.setString(5, clientId);
      insert.setTimestamp(6, Timestamp.from(order.requestedAt()));
      insert.executeUpdate();
    }
  }

  Optional<Republication> find(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT " + COLUMNS + " FROM requests.republication WHERE id = ?")) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(order(row)) : Optional.empty();
      }
    }
  }

  /** The order, locked, unless it is finished. */
  Optional<Open> open(Connection connection, UUID id) throws SQLException {
    return Sql.of(
            connection,
            "SELECT "
                + COLUMNS
                + " FROM requests.republication WHERE id = :id AND finished_at IS NULL FOR UPDATE")
        .with("id", id)
        .rows(
            row ->
                new Open(
                    order(row),
                    Optional.ofNullable(row.getString("topic")),
                    Optional.ofNullable(row.getString("last_key")).orElse("")))
        .stream()
        .findFirst();
  }

  /** Orders that are not carried out as jobs yet: a release that knew none took them. */
  List<UUID> withoutJob(Connection connection) throws SQLException {
    return Sql.of(
            connection,
            """
            SELECT id FROM requests.republication
             WHERE finished_at IS NULL
               AND NOT EXISTS (SELECT FROM requests.job WHERE job.id = republication.id)
            """)
        .list(UUID.class);
  }

  void advance(Connection connection, UUID id, String topic, String lastKey) throws SQLException {
    Sql.of(
            connection,
            "UPDATE requests.republication SET topic = :topic, last_key = :key WHERE id = :id")
        .with("topic", topic)
        .with("key", lastKey)
        .with("id", id)
        .update();
  }

  void appended(Connection connection, UUID id, int states) throws SQLException {
    Sql.of(
            connection,
            "UPDATE requests.republication SET appended = appended + :states WHERE id = :id")
        .with("states", states)
        .with("id", id)
        .update();
  }

  void finish(Connection connection, UUID id, Instant at) throws SQLException {
    Sql.of(
            connection,
            """
            UPDATE requests.republication SET finished_at = :at
             WHERE id = :id AND finished_at IS NULL
            """)
        .with("at", at)
        .with("id", id)
        .update();
  }

  private static Republication order(ResultSet row) throws SQLException {
    return new Republication(
        row.getObject("id", UUID.class),
        Optional.ofNullable(row.getString("organ_code")).map(OrganCode::new),
        Republication.Scope.valueOf(row.getString("scope")),
        moment(row, "changed_since"),
        row.getTimestamp("requested_at").toInstant(),
        row.getLong("appended"),
        row.getLong("parked"),
        moment(row, "finished_at"));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
