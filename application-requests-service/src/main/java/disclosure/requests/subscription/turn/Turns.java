package disclosure.requests.subscription.turn;

import disclosure.edge.CallerScope;
import disclosure.requests.outbox.published.Position;
import disclosure.storage.Sql;
import disclosure.storage.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The subscriptions in the database, as they are told of events one after the other. */
@ApplicationScoped
public class Turns {

  private static final String ALONE =
      """
      SELECT FROM (SELECT pg_try_advisory_xact_lock(hashtextextended('subscription turns', 0)) AS got)
             AS turns
       WHERE got
      """;
  private static final String DUE =
      """
      WITH free AS (
             SELECT id, client_id, place, event, paused_because, not_before, {nothingLeft} AS is_free
               FROM requests.subscription),
           due AS (
             SELECT id, not_before,
                    row_number() OVER (PARTITION BY client_id ORDER BY not_before, id)
                    + (SELECT count(*) FROM free busy
                        WHERE busy.client_id = free.client_id AND NOT busy.is_free) AS of_client
               FROM free
              WHERE is_free AND paused_because IS NULL AND not_before <= clock_timestamp()
                AND ((place, event) < (:place, :event)
                     OR EXISTS (SELECT FROM requests.subscription_dead_letter letter
                                 WHERE letter.subscription_id = free.id
                                   AND retry_at IS NOT NULL AND superseded_by IS NULL)))
      SELECT id FROM due WHERE of_client <= :most ORDER BY not_before, id
      """;
  private static final String GIVEN_UP =
      "SELECT id, failures FROM requests.subscription WHERE {parked} > 0";
  private static final String FAILED =
      """
      UPDATE requests.subscription
         SET failures = failures + 1, failing_since = coalesce(failing_since, clock_timestamp()),
             failing_for = CASE WHEN failing_since IS NULL THEN interval '0' ELSE failing_for END,
             last_cause = :cause, not_before = clock_timestamp() + :pause * interval '1 millisecond'
       WHERE id = :id AND paused_because IS NULL
      """;
  private static final String TURN =
      """
      SELECT id, client_id, address, allowed, wanted, types, secret, place, event, generation,
             CASE WHEN earlier_until > clock_timestamp() THEN earlier_secret END AS earlier_secret,
             failures, refused_in_a_row,
             extract(epoch FROM least(failing_for,
                       coalesce(clock_timestamp() - failing_since, interval '0'))) AS failing_seconds
        FROM requests.subscription
       WHERE id = :id {active}
      """;
  private static final String STORE =
      """
      UPDATE requests.subscription
         SET place = :place, event = :event, delivered = delivered + :delivered,
             delivered_at = CASE WHEN :delivered > 0 THEN clock_timestamp() ELSE delivered_at END,
             refused_in_a_row = :refusedInARow, failures = :failures,
             failing_since = CASE WHEN :failures = 0 THEN NULL
                                  WHEN :fresh THEN clock_timestamp()
                                  ELSE coalesce(failing_since, clock_timestamp()) END,
             failing_for = CASE WHEN :failures = 0 THEN interval '0'
                                WHEN NOT :failed THEN failing_for
                                WHEN :fresh OR failing_since IS NULL THEN {ordered}
                                ELSE failing_for + {ordered} END,
             last_cause = coalesce(:cause::text, last_cause),
             not_before = clock_timestamp() + :pause * interval '1 millisecond',
             paused_because = :paused,
             paused_at = CASE WHEN :paused::text IS NULL THEN NULL ELSE clock_timestamp() END
       WHERE id = :id AND generation = :generation AND paused_because IS NULL
      """
          .replace("{ordered}", ":pause * interval '1 millisecond'");

  private final Secrets secrets;

  /** Turns that are signed with these secrets. */
  public Turns(Secrets secrets) {
    this.secrets = secrets;
  }

  /**
   * One that is told now.
   *
   * @param allowed what the token stood for that it was last asked for with
   * @param wanted what of that is asked for
   * @param secrets what signs, the present one first
   * @param failingFor for how long it was left alone for failures of its own, in all since it took
   *     something: what the service itself let pass, stopped or unable, is no time of the
   *     receiver's
   */
  public record Turn(
      UUID id,
      String clientId,
      URI address,
      CallerScope allowed,
      CallerScope wanted,
      Set<String> types,
      List<byte[]> secrets,
      Position position,
      long generation,
      int failures,
      Duration failingFor,
      int refusedInARow) {}

  /**
   * What came of a turn.
   *
   * @param position up to where everything is dealt with
   * @param delivered how many events were taken
   * @param failed whether it ended with a failure
   * @param cause what was wrong the last time, if anything was
   * @param pause how long the receiver is left alone
   * @param paused why it is paused, if it is
   */
  record Outcome(
      Position position,
      int delivered,
      int refusedInARow,
      int failures,
      boolean failed,
      Optional<String> cause,
      Duration pause,
      Optional<PauseCause> paused) {}

  /** Whether nobody else looks for those that are due, until the transaction ends. */
  boolean looksAlone(Connection connection) throws SQLException {
    return Sql.of(connection, ALONE).exists();
  }

  /**
   * Those that there is something to tell, who was told longest ago first.
   *
   * @param last where one stands who has dealt with everything
   * @param mostOfClient how many turns a client may have at a time, waiting ones included
   */
  List<UUID> due(Connection connection, Jobs jobs, Position last, int mostOfClient)
      throws SQLException {
    return Sql.of(connection, DUE.replace("{nothingLeft}", jobs.nothingLeftOf("subscription.id")))
        .all(last)
        .with("most", mostOfClient)
        .list(UUID.class);
  }

  /**
   * One whose turn is parked.
   *
   * @param failures how often in a row it failed before
   */
  record GivenUp(UUID id, int failures) {}

  /** Those whose turn failed again and again, though not by their receivers. */
  List<GivenUp> givenUp(Connection connection, Jobs jobs) throws SQLException {
    return Sql.of(connection, GIVEN_UP.replace("{parked}", jobs.parkedOf("subscription.id")))
        .list(GivenUp.class);
  }

  /** Notes a failure that isn't the receiver's, and has it left alone for a while. */
  void failed(Connection connection, UUID id, String cause, Duration pause) throws SQLException {
    Sql.of(connection, FAILED)
        .with("id", id)
        .with("cause", cause)
        .with("pause", pause.toMillis())
        .update();
  }

  /** The subscription, unless it is paused or ended. */
  Optional<Turn> find(Connection connection, UUID id) throws SQLException {
    return find(connection, id, "AND paused_because IS NULL");
  }

  /** The subscription with its secrets, also while it is paused. */
  public Optional<Turn> secretly(Connection connection, UUID id) throws SQLException {
    return find(connection, id, "");
  }

  /** Whether it was stored: not when somebody moved, paused or ended it meanwhile. */
  boolean store(Connection connection, Turn turn, Outcome outcome) throws SQLException {
    return Sql.of(connection, STORE)
            .with("id", turn.id())
            .with("generation", turn.generation())
            .all(outcome.position())
            .with("delivered", outcome.delivered())
            .with("refusedInARow", outcome.refusedInARow())
            .with("failures", outcome.failures())
            .with("failed", outcome.failed())
            .with("fresh", outcome.failed() && outcome.failures() == 1)
            .with("cause", outcome.cause())
            .with("pause", outcome.pause().toMillis())
            .with("paused", outcome.paused())
            .update()
        == 1;
  }

  private Optional<Turn> find(Connection connection, UUID id, String active) throws SQLException {
    return Sql.of(connection, TURN.replace("{active}", active)).with("id", id).firstRow(this::read);
  }

  private Turn read(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    List<byte[]> signing = new ArrayList<>();
    signing.add(secrets.open(row.getBytes("secret"), id, Secrets.SECRET));
    byte[] earlier = row.getBytes("earlier_secret");
    if (earlier != null) {
      // What no key opens signs nothing: the present secret does without it.
      secrets.ifReadable(earlier, id, Secrets.EARLIER).ifPresent(signing::add);
    }
    return new Turn(
        id,
        row.getString("client_id"),
        URI.create(row.getString("address")),
        CallerScope.of(texts(row, "allowed")),
        CallerScope.of(texts(row, "wanted")),
        Set.copyOf(texts(row, "types")),
        List.copyOf(signing),
        new Position(row.getLong("place"), row.getLong("event")),
        row.getLong("generation"),
        row.getInt("failures"),
        Duration.ofSeconds(row.getLong("failing_seconds")),
        row.getInt("refused_in_a_row"));
  }

  /** The texts in a column of them. */
  public static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return Arrays.asList((String[]) array.getArray());
  }
}
