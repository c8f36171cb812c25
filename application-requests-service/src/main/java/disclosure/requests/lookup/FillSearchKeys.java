package disclosure.requests.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;

import disclosure.storage.job.JobKind;
import disclosure.storage.job.Jobs;
import disclosure.storage.job.Piece;
import disclosure.storage.job.Progress;
import disclosure.storage.job.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Fills in by what those applications are found that a release before stored, which may still run
 * beside this one.
 */
@ApplicationScoped
public class FillSearchKeys implements JobKind {

  private static final String NAME = "search-keys";
  private static final UUID JOB = UUID.nameUUIDFromBytes(NAME.getBytes(UTF_8));
  private static final int PART = 200;
  private static final Duration NEXT_LOOK = Duration.ofMinutes(10);

  private final StoredSearchKeys keys;
  private final Clock clock;
  private volatile Instant nextLook = Instant.MIN;

  FillSearchKeys(StoredSearchKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void look(Connection connection, Jobs jobs) throws SQLException {
    Instant now = clock.instant();
    if (!now.isBefore(nextLook)) {
      jobs.order(connection, NAME, JOB, Duration.ZERO);
      nextLook = now.plus(NEXT_LOOK);
    }
  }

  @Override
  public Result work(Piece piece) {
    return (connection, rows) ->
        piece.isWalk()
            ? walk(connection, rows)
            : one(connection, rows, UUID.fromString(piece.key()));
  }

  /** Fills in a part; a row that another instance has at hand is left to it. */
  public Progress walk(Connection connection, Rows rows) throws SQLException {
    List<UUID> part = keys.without(connection, JOB, PART);
    int done = renew(connection, rows, part);
    return part.isEmpty() ? Progress.finished(0) : Progress.more(done);
  }

  private Progress one(Connection connection, Rows rows, UUID id) throws SQLException {
    return Progress.finished(renew(connection, rows, List.of(id)));
  }

  private int renew(Connection connection, Rows rows, List<UUID> part) throws SQLException {
    return rows.each(connection, part, UUID::toString, id -> keys.renew(connection, id));
  }
}
