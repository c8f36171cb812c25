package disclosure.requests.outbox;

import disclosure.edge.CurrentCaller;
import disclosure.edge.PlainText;
import disclosure.edge.Refusal;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.contract.Topic;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.WriterTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The keys with an event that Kafka refuses for good, for administrators of everything. */
@ApplicationScoped
public class ParkedKeys {

  /** How many are listed at most. */
  public static final int MOST = 1_000;

  private final DataSource database;
  private final WriterTransaction transaction;
  private final AuditTrail audit;
  private final CurrentCaller caller;

  ParkedKeys(
      DataSource database, WriterTransaction transaction, AuditTrail audit, CurrentCaller caller) {
    this.database = database;
    this.transaction = transaction;
    this.audit = audit;
    this.caller = caller;
  }

  /** A key whose events wait behind one that Kafka refuses for good. */
  public record ParkedKey(String topic, String key, long version, String cause, Instant parkedAt) {}

  /** Those that wait longest first, {@value #MOST} at most. */
  public List<ParkedKey> list() throws SQLException {
    caller.requireEverywhere();
    try (Connection connection = database.getConnection()) {
      return OutboxTable.parked(connection, MOST);
    }
  }

  /**
   * Has the events of a key tried again, and notes who did.
   *
   * @throws Refusal 404 when it isn't parked
   */
  public void release(String topic, String key) {
    caller.requireEverywhere();
    Topic known =
        Arrays.stream(Topic.values())
            .filter(some -> some.topicName().equals(topic))
            .findAny()
            .orElseThrow(Refusal::notFound);
    if (PlainText.ONE_LINE.of(key).isEmpty()) {
      throw Refusal.notFound();
    }
    boolean released =
        transaction.run(
            Reach.EVERYTHING,
            connection -> {
              Optional<Long> version = OutboxTable.release(connection, known, key);
              if (version.isPresent()) {
                audit.append(
                    connection,
                    caller.get(),
                    AuditAction.PARKED_KEY_RELEASED,
                    key,
                    Optional.empty(),
                    version.get());
              }
              return version.isPresent();
            });
    if (!released) {
      throw Refusal.notFound();
    }
  }
}
