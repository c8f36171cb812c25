package disclosure.requests.outbox;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Refusal;
import disclosure.requests.contract.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/** The keys with an event that Kafka refuses for good, for administrators of everything. */
@ApplicationScoped
public class ParkedKeys {

  private final DataSource database;
  private final CurrentCaller caller;

  ParkedKeys(DataSource database, CurrentCaller caller) {
    this.database = database;
    this.caller = caller;
  }

  /** A key whose events wait behind one that Kafka refuses for good. */
  public record ParkedKey(String topic, String key, long version, String cause, Instant parkedAt) {}

  /** Those that wait longest first, a thousand at most. */
  public List<ParkedKey> list() throws SQLException {
    caller.requireEverywhere();
    try (Connection connection = database.getConnection()) {
      return OutboxTable.parked(connection);
    }
  }

  /**
   * Has the events of a key tried again.
   *
   * @throws Refusal 404 when it isn't parked
   */
  public void release(String topic, String key) throws SQLException {
    caller.requireEverywhere();
    Topic known =
        Arrays.stream(Topic.values())
            .filter(some -> some.topicName().equals(topic))
            .findAny()
            .orElseThrow(Refusal::notFound);
    try (Connection connection = database.getConnection()) {
      if (!OutboxTable.release(connection, known, key)) {
        throw Refusal.notFound();
      }
    }
  }
}
