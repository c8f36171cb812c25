package disclosure.requests.outbox;

import disclosure.requests.contract.OrganCode;
import disclosure.storage.Sql;
import disclosure.storage.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
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
      """;

  private final Jobs jobs;
  private final String select;

  Republications(Jobs jobs) {
    this.jobs = jobs;
    this.select =
        "SELECT "
            + COLUMNS
            + jobs.parkedOf("republication.id")
            + " AS parked, "
            + jobs.cancelledAtOf("republication.id")
            + " AS cancelled_at FROM requests.republication";
  }

  /**
   * An order and how far it is carried out.
   *
   * @param topic whose states are being read; absent before the first
   * @param lastKey the last one that was read of them
   */
  record Open(Republication order, Optional<String> topic, String lastKey) {}

  void insert(Connection connection, Republication order, String clientId) throws SQLException {
    Sql.of(
            connection,
            """
            INSERT INTO requests.republication
                   (id, organ_code, scope, changed_since, requested_by, requested_at)
            VALUES (:id, :organCode, :scope, :changedSince, :client, :requestedAt)
            """)
        .all(order)
        .with("client", clientId)
        .update();
  }

  Optional<Republication> find(Connection connection, UUID id) throws SQLException {
    return Sql.of(connection, select + " WHERE id = :id").with("id", id).first(Republication.class);
  }

  /** The order, locked, unless it is finished. */
  Optional<Open> open(Connection connection, UUID id) throws SQLException {
    return Sql.of(connection, select + " WHERE id = :id AND finished_at IS NULL FOR UPDATE")
        .with("id", id)
        .firstRow(
            row ->
                new Open(
                    order(row),
                    Optional.ofNullable(row.getString("topic")),
                    Optional.ofNullable(row.getString("last_key")).orElse("")));
  }

  /** Orders that are not carried out as jobs yet: a release that knew none took them. */
  List<UUID> withoutJob(Connection connection) throws SQLException {
    return Sql.of(
            connection,
            "SELECT id FROM requests.republication WHERE finished_at IS NULL AND "
                + jobs.isUnknown("republication.id"))
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
        moment(row, "finished_at"),
        moment(row, "cancelled_at"));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
