package disclosure.requests.outbox;

import disclosure.requests.contract.OrganCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The orders to publish again, in plain SQL. */
@ApplicationScoped
class Republications {

  private static final String COLUMNS =
      """
      id, organ_code, scope, changed_since, requested_at, appended, finished_at, topic, last_key
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

  /** The oldest order that is not finished and that nobody else is at, locked. */
  Optional<Open> next(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT "
                    + COLUMNS
                    + """
                       FROM requests.republication
                      WHERE finished_at IS NULL
                      ORDER BY requested_at
                      LIMIT 1
                        FOR UPDATE SKIP LOCKED
                      """);
        ResultSet row = select.executeQuery()) {
      return row.next()
          ? Optional.of(
              new Open(
                  order(row),
                  Optional.ofNullable(row.getString("topic")),
                  Optional.ofNullable(row.getString("last_key")).orElse("")))
          : Optional.empty();
    }
  }

  void advance(Connection connection, UUID id, String topic, String lastKey, int appended)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE requests.republication SET topic = ?, last_key = ?, appended = appended + ?
             WHERE id = ?
            """)) {
      update.setString(1, topic);
      update.setString(2, lastKey);
      update.setInt(3, appended);
      update.setObject(4, id);
      update.executeUpdate();
    }
  }

  void finish(Connection connection, UUID id, Instant at) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE requests.republication SET finished_at = ? WHERE id = ?")) {
      update.setTimestamp(1, Timestamp.from(at));
      update.setObject(2, id);
      update.executeUpdate();
    }
  }

  private static Republication order(ResultSet row) throws SQLException {
    return new Republication(
        row.getObject("id", UUID.class),
        Optional.ofNullable(row.getString("organ_code")).map(OrganCode::new),
        Republication.Scope.valueOf(row.getString("scope")),
        moment(row, "changed_since"),
        row.getTimestamp("requested_at").toInstant(),
        row.getLong("appended"),
        moment(row, "finished_at"));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
