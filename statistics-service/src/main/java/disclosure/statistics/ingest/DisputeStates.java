package disclosure.statistics.ingest;

import disclosure.requests.contract.DisputeResult;
import disclosure.requests.contract.DisputeState;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Topic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Applies states of disputes. Their table is counted from the states, so one statement does. */
final class DisputeStates implements StateWriter {

  @Override
  public Applied apply(Connection connection, List<IncomingEvent> events, Rejections rejections)
      throws SQLException {
    var batch =
        new NewestVersions<>(
                Topic.DISPUTES,
                DisputeState.class,
                state -> state.disputeId().toString(),
                DisputeState::version,
                1,
                state ->
                    List.of(
                            state.organCode(),
                            state.kind(),
                            state.acceptedOn(),
                            state.result(),
                            state.closedOn())
                        .toString())
            .read(events, rejections);
    int applied = 0;
    Set<OrganCode> organs = new HashSet<>();
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            INSERT INTO dispute_state AS held
              (dispute_id, version, digest, organ_code, kind, accepted_on, result, closed_on)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (dispute_id) DO UPDATE
            SET version = EXCLUDED.version, digest = EXCLUDED.digest,
                organ_code = EXCLUDED.organ_code, kind = EXCLUDED.kind,
                accepted_on = EXCLUDED.accepted_on, result = EXCLUDED.result,
                closed_on = EXCLUDED.closed_on
            WHERE held.version < EXCLUDED.version
            """)) {
      for (var event : batch.newest().values()) {
        DisputeState state = event.state();
        upsert.setObject(1, state.disputeId());
        upsert.setLong(2, event.version());
        upsert.setBytes(3, event.digest());
        upsert.setString(4, state.organCode().value());
        upsert.setString(5, state.kind().name());
        upsert.setObject(6, state.acceptedOn());
        upsert.setString(7, state.result().map(DisputeResult::name).orElse(null));
        upsert.setObject(8, state.closedOn().orElse(null), java.sql.Types.DATE);
        int changed = upsert.executeUpdate();
        applied += changed;
        organs.add(state.organCode());
        if (changed == 0) {
          Contradictions.check(
              connection, "dispute_state", "dispute_id", "uuid", event, rejections);
        }
      }
    }
    append(connection, batch.all());
    return new Applied(applied, events.size() - applied - rejections.size(), 0, 0, organs);
  }

  /** Keeps every version; of those that contradict each other the first. */
  private static void append(
      Connection connection, List<NewestVersions.Versioned<DisputeState>> versions)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO dispute_history
              (dispute_id, version, recorded_at, organ_code, kind, accepted_on, result, closed_on)
            SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (dispute_id, version) DO NOTHING
            """)) {
      Columns<DisputeState> columns =
          new Columns<>(
              connection, insert, versions.stream().map(NewestVersions.Versioned::state).toList());
      columns.uuids(DisputeState::disputeId);
      columns.set("bigint", DisputeState::version);
      columns.moments(DisputeState::recordedAt);
      columns.set("text", state -> state.organCode().value());
      columns.set("text", state -> state.kind().name());
      columns.dates(DisputeState::acceptedOn);
      columns.set("text", state -> state.result().map(DisputeResult::name).orElse(null));
      columns.datesIfAny(DisputeState::closedOn);
      insert.executeUpdate();
    }
  }
}
