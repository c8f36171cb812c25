package disclosure.statistics.ingest;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganState;
import disclosure.requests.contract.Topic;
import disclosure.statistics.organ.FormerTerms;
import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.OrganTrees;
import disclosure.statistics.rollup.SubtreeRoots;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
    var newest =
        new NewestVersions<>(
                Topic.ORGANS,
                OrganState.class,
                state -> state.organCode().value(),
                OrganState::version,
                1,
                state -> parts(state).toString())
            .read(events, rejections)
            .newest();
    Optional<OrganTree> before =
        noting ? Optional.of(OrganTrees.lock(connection)) : Optional.empty();
    int applied = 0;
    Set<OrganCode> organs = new HashSet<>();
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            INSERT INTO organ_state AS held
              (organ_code, version, digest, name, kind, parent_code, valid_from, valid_to,
               successor_code, formerly)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            ON CONFLICT (organ_code) DO UPDATE
            SET version = EXCLUDED.version, digest = EXCLUDED.digest, name = EXCLUDED.name,
                kind = EXCLUDED.kind, parent_code = EXCLUDED.parent_code,
                valid_from = EXCLUDED.valid_from, valid_to = EXCLUDED.valid_to,
                successor_code = EXCLUDED.successor_code, formerly = EXCLUDED.formerly
            WHERE held.version < EXCLUDED.version
            """)) {
      for (var event : newest.values()) {
        OrganState state = event.state();
        upsert.setString(1, state.organCode().value());
        upsert.setLong(2, event.version());
        upsert.setBytes(3, event.digest());
        upsert.setString(4, state.name());
        upsert.setString(5, state.kind().name());
        upsert.setString(6, state.parentOrganCode().map(OrganCode::value).orElse(null));
        upsert.setObject(7, state.validFrom().orElse(null), java.sql.Types.DATE);
        upsert.setObject(8, state.validTo().orElse(null), java.sql.Types.DATE);
        upsert.setString(9, state.successorOrganCode().map(OrganCode::value).orElse(null));
        upsert.setString(10, FormerTerms.write(state.formerly()));
        int changed = upsert.executeUpdate();
        applied += changed;
        organs.add(state.organCode());
        if (changed == 0) {
          Contradictions.check(connection, "organ_state", "organ_code", "text", event, rejections);
        }
      }
    }
    if (applied > 0) {
      OrganTrees.changed(connection);
      if (before.isPresent()) {
        withdrawSums(connection, before.get(), organs);
      }
    }
    return new Applied(applied, events.size() - applied - rejections.size(), 0, 0, organs);
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
