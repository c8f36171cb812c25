package disclosure.statistics.ingest;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Topic;
import disclosure.statistics.trace.TracedChange;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells every instance, with the commit, whose tables changed: by PostgreSQL's NOTIFY, so that it
 * doesn't matter which instance counted.
 */
public final class ChangeNotice {

  /** The channel of the notices. */
  public static final String CHANNEL = "counts_changed";

  private static final String ANY = "*";

  /** PostgreSQL takes less than 8000 bytes; a code with its comma has 19. */
  private static final int MAX_CODES = 400;

  private ChangeNotice() {}

  /**
   * What is traced goes first, in a notice of its own that names no organ to the release before.
   */
  static void send(
      Connection connection, Topic topic, Set<OrganCode> organs, List<TracedChange> traced)
      throws SQLException {
    if (organs.isEmpty()) {
      return;
    }
    if (!traced.isEmpty()) {
      notify(
          connection,
          TracedChange.notice(
              topic == Topic.ORGANS ? traced.stream().map(TracedChange::ofAny).toList() : traced));
    }
    // A changed organ may have moved, with all below it.
    String text =
        topic == Topic.ORGANS || organs.size() > MAX_CODES
            ? ANY
            : organs.stream().map(OrganCode::value).collect(Collectors.joining(","));
    notify(connection, text);
  }

  private static void notify(Connection connection, String text) throws SQLException {
    Sql.of(connection, "SELECT FROM pg_notify(:channel, :text)")
        .with("channel", CHANNEL)
        .with("text", text)
        .exists();
  }

  /** The organs that a notice names; empty when any may have changed. */
  public static Optional<Set<String>> organs(String text) {
    return text.equals(ANY) ? Optional.empty() : Optional.of(Set.of(text.split(",")));
  }
}
