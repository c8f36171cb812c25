package disclosure.statistics.ingest;

import disclosure.requests.contract.DisputeResult;
import disclosure.requests.contract.DisputeState;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Topic;
import disclosure.statistics.column.Columns;
import disclosure.statistics.ingest.NewestVersions.Versioned;
import java.sql.Connection;
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
                DisputeStates::counted)
            .read(events, rejections);
    Set<OrganCode> organs = new HashSet<>();
    batch.newest().values().forEach(event -> organs.add(event.state().organCode()));
    Set<String> changed = Set.copyOf(upsert(connection, List.copyOf(batch.newest().values())));
    for (var event : batch.newest().values()) {
      if (!changed.contains(event.id())) {
        Contradictions.check(connection, "dispute_state", "dispute_id", "uuid", event, rejections);
      }
    }
    int applied = changed.size();
    append(connection, batch.all());
    return new Applied(applied, events.size() - applied - rejections.size(), 0, 0, organs);
  }

  /** What of a state is counted; what was told before cases could be voided reads as it did. */
  private static String counted(DisputeState state) {
    return List.of(
            state.organCode(), state.kind(), state.acceptedOn(), state.result(), state.closedOn())
        + (state.counts() ? "" : " voided");
  }

  /** Stores those that are newer than what is held, and says which they were. */
  private static List<String> upsert(Connection connection, List<Versioned<DisputeState>> events)
      throws SQLException {
    if (events.isEmpty()) {
      return List.of();
    }
    String statement =
        """
        INSERT INTO dispute_state AS held
          (dispute_id, version, digest, organ_code, kind, accepted_on, result, closed_on, voided)
        SELECT * FROM unnest(
          :disputeId, :version, :digest, :organCode, :kind, :acceptedOn, :result, :closedOn,
          :voided)
        ON CONFLICT (dispute_id) DO UPDATE
        SET version = EXCLUDED.version, digest = EXCLUDED.digest,
            organ_code = EXCLUDED.organ_code, kind = EXCLUDED.kind,
            accepted_on = EXCLUDED.accepted_on, result = EXCLUDED.result,
            closed_on = EXCLUDED.closed_on, voided = EXCLUDED.voided
        WHERE held.version < EXCLUDED.version
        RETURNING dispute_id::text
        """;
    return unnesting(connection, statement, states(events))
        .set("digest", "bytea", events.stream().map(Versioned::digest).toArray(byte[][]::new))
        .statement()
        .list(String.class);
  }

  /** Keeps every version; of those that contradict each other the first. */
  private static void append(Connection connection, List<Versioned<DisputeState>> versions)
      throws SQLException {
    String statement =
        """
        INSERT INTO dispute_history
          (dispute_id, version, recorded_at, organ_code, kind, accepted_on, result, closed_on,
           voided)
        SELECT * FROM unnest(
          :disputeId, :version, :recordedAt, :organCode, :kind, :acceptedOn, :result, :closedOn,
          :voided)
        ON CONFLICT (dispute_id, version) DO NOTHING
        """;
    unnesting(connection, statement, states(versions))
        .moments("recordedAt", DisputeState::recordedAt)
        .statement()
        .update();
  }

  private static List<DisputeState> states(List<Versioned<DisputeState>> events) {
    return events.stream().map(Versioned::state).toList();
  }

  private static Columns<DisputeState> unnesting(
      Connection connection, String statement, List<DisputeState> states) throws SQLException {
    return new Columns<>(connection, statement, states)
        .uuids("disputeId", DisputeState::disputeId)
        .set("version", "bigint", DisputeState::version)
        .set("organCode", "text", state -> state.organCode().value())
        .set("kind", "text", state -> state.kind().name())
        .dates("acceptedOn", DisputeState::acceptedOn)
        .set("result", "text", state -> state.result().map(DisputeResult::name).orElse(null))
        .datesIfAny("closedOn", DisputeState::closedOn)
        .set("voided", "boolean", state -> !state.counts());
  }
}
