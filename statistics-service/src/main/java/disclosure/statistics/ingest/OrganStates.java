package disclosure.statistics.ingest;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganState;
import disclosure.requests.contract.Topic;
import disclosure.statistics.column.Columns;
import disclosure.statistics.ingest.NewestVersions.Versioned;
import disclosure.statistics.organ.FormerTerms;
import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.OrganTrees;
import disclosure.statistics.rollup.SubtreeRoots;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Applies states of organs, one batch at a time. */
final class OrganStates implements StateWriter {

  private final boolean noting;

  /**
   * @param noting whether there are sums over subtrees that a change of the hierarchy makes wrong
   */
  OrganStates(boolean noting) {
    this.noting = noting;
  }

  @Override
  public Applied apply(Connection connection, List<IncomingEvent> events, Rejections rejections)
      throws SQLException {
    var batch =
        new NewestVersions<>(
                Topic.ORGANS,
                OrganState.class,
                state -> state.organCode().value(),
                OrganState::version,
                1,
                state -> parts(state).toString())
            .read(events, rejections);
    var newest = batch.newest();
    append(connection, batch.all());
    Optional<OrganTree> before =
        noting ? Optional.of(OrganTrees.lock(connection)) : Optional.empty();
    Set<OrganCode> organs = new HashSet<>();
    newest.values().forEach(event -> organs.add(event.state().organCode()));
    Set<String> changed = Set.copyOf(upsert(connection, List.copyOf(newest.values())));
    for (var event : newest.values()) {
      if (!changed.contains(event.id())) {
        Contradictions.check(connection, "organ_state", "organ_code", "text", event, rejections);
      }
    }
    int applied = changed.size();
    if (applied > 0) {
      OrganTrees.changed(connection);
      if (before.isPresent()) {
        withdrawSums(connection, before.get(), organs);
      }
    }
    return new Applied(applied, events.size() - applied - rejections.size(), 0, 0, organs);
  }

  /** Stores those that are newer than what is held, and says which they were. */
  private static List<String> upsert(Connection connection, List<Versioned<OrganState>> events)
      throws SQLException {
    if (events.isEmpty()) {
      return List.of();
    }
    String statement =
        """
        INSERT INTO organ_state AS held
          (organ_code, version, digest, name, kind, parent_code, valid_from, valid_to,
           successor_code, formerly)
        SELECT * FROM unnest(
          :organCode, :version, :digest, :name, :kind, :parentCode, :validFrom, :validTo,
          :successorCode, :formerly)
        ON CONFLICT (organ_code) DO UPDATE
        SET version = EXCLUDED.version, digest = EXCLUDED.digest, name = EXCLUDED.name,
            kind = EXCLUDED.kind, parent_code = EXCLUDED.parent_code,
            valid_from = EXCLUDED.valid_from, valid_to = EXCLUDED.valid_to,
            successor_code = EXCLUDED.successor_code, formerly = EXCLUDED.formerly
        WHERE held.version < EXCLUDED.version
        RETURNING organ_code
        """;
    return unnesting(connection, statement, events)
        .set("digest", "bytea", events.stream().map(Versioned::digest).toArray(byte[][]::new))
        .statement()
        .list(String.class);
  }

  /** Keeps every version; of those that contradict each other the first. */
  private static void append(Connection connection, List<Versioned<OrganState>> versions)
      throws SQLException {
    if (versions.isEmpty()) {
      return;
    }
    String statement =
        """
        INSERT INTO organ_history
          (organ_code, version, recorded_at, name, kind, parent_code, valid_from, valid_to,
           successor_code, formerly)
        SELECT * FROM unnest(
          :organCode, :version, :recordedAt, :name, :kind, :parentCode, :validFrom, :validTo,
          :successorCode, :formerly)
        ON CONFLICT (organ_code, version) DO NOTHING
        """;
    unnesting(connection, statement, versions)
        .moments("recordedAt", OrganState::recordedAt)
        .statement()
        .update();
  }

  private static Columns<OrganState> unnesting(
      Connection connection, String statement, List<Versioned<OrganState>> events)
      throws SQLException {
    List<OrganState> states = events.stream().map(Versioned::state).toList();
    List<String> formerly = new ArrayList<>();
    for (OrganState state : states) {
      formerly.add(FormerTerms.write(state.formerly()));
    }
    return new Columns<>(connection, statement, states)
        .set("organCode", "text", state -> state.organCode().value())
        .set("version", "bigint", OrganState::version)
        .set("name", "text", OrganState::name)
        .set("kind", "text", state -> state.kind().name())
        .set("parentCode", "text", state -> code(state.parentOrganCode()))
        .datesIfAny("validFrom", OrganState::validFrom)
        .datesIfAny("validTo", OrganState::validTo)
        .set("successorCode", "text", state -> code(state.successorOrganCode()))
        .set("formerly", "jsonb", formerly.toArray());
  }

  private static String code(Optional<OrganCode> organ) {
    return organ.map(OrganCode::value).orElse(null);
  }

  private static void withdrawSums(Connection connection, OrganTree before, Set<OrganCode> organs)
      throws SQLException {
    OrganTree after = OrganTrees.lock(connection);
    List<OrganCode> moved = SubtreeRoots.moved(connection, before, after, organs);
    SubtreeRoots.withdraw(connection, before, moved);
    SubtreeRoots.withdraw(connection, after, moved);
  }

  /**
   * What two states of the same version must have in common. Parts that older states do not have
   * are left out when they say nothing, so that such a state still is what it was.
   */
  private static List<Object> parts(OrganState state) {
    List<Object> parts =
        new ArrayList<>(
            List.of(
                state.name(),
                state.kind(),
                state.parentOrganCode(),
                state.validFrom(),
                state.validTo()));
    state.successorOrganCode().ifPresent(parts::add);
    parts.addAll(state.formerly());
    return parts;
  }
}
