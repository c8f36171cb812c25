package disclosure.report.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import disclosure.report.publication.Signatures;
import disclosure.report.signature.TimeStamp;
import disclosure.report.signature.UnusableTimeStamp;
import disclosure.report.signing.Pending.Document;
import disclosure.storage.job.JobKind;
import disclosure.storage.job.Jobs;
import disclosure.storage.job.Piece;
import disclosure.storage.job.Postponed;
import disclosure.storage.job.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Has an authority stamp the signatures over published documents with the time. An authority that
 * is away is asked again, however long; one whose answers can't be used is parked after some, and
 * asked again some minutes later.
 */
@ApplicationScoped
public class StampSignatures implements JobKind {

  private static final Logger LOG = Logger.getLogger(StampSignatures.class);

  static final String NAME = "time-stamps";

  private static final UUID JOB = UUID.nameUUIDFromBytes(NAME.getBytes(UTF_8));

  private final TimeStampAuthority authority;
  private final Signatures signatures;
  private final Pending pending;
  private final LookNowAndThen looks;
  private final AtomicBoolean away = new AtomicBoolean();
  private final AtomicReference<String> told = new AtomicReference<>("");

  StampSignatures(TimeStampAuthority authority, Signatures signatures, SigningSettings settings) {
    this.authority = authority;
    this.signatures = signatures;
    this.looks = new LookNowAndThen(settings.lookInterval());
    this.pending = new Pending(after -> signatures.unstamped(after, Pending.PART));
  }

  /** There is a new signature. */
  public void soon() {
    looks.soon();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int workers() {
    return authority.isConfigured() ? 1 : 0;
  }

  @Override
  public void look(Connection connection, Jobs jobs) throws SQLException {
    if (looks.isTime() && signatures.isAnyUnstamped(connection)) {
      jobs.order(connection, NAME, JOB, Duration.ZERO);
    }
  }

  @Override
  public Result work(Piece piece) throws UnusableTimeStamp, InterruptedException {
    Optional<Document> next = pending.next(signatures::unstamped);
    if (next.isEmpty()) {
      return (connection, rows) -> Progress.finished(0);
    }
    Document document = next.get();
    TimeStamp stamp = stamped(document.bytes());
    return (connection, rows) -> {
      boolean added = signatures.stamp(connection, document.key(), stamp.bytes(), stamp.at());
      return Progress.more(added ? 1 : 0);
    };
  }

  private TimeStamp stamped(byte[] signature) throws UnusableTimeStamp, InterruptedException {
    try {
      TimeStamp stamp = authority.stamp(signature);
      if (away.getAndSet(false)) {
        LOG.info("The authority for time stamps (TIME_STAMP_URL) answers again");
      }
      told.set("");
      return stamp;
    } catch (UnusableTimeStamp unusable) {
      if (!unusable.getMessage().equals(told.getAndSet(unusable.getMessage()))) {
        LOG.error(unusable.getMessage());
      }
      throw unusable;
    } catch (AuthorityAway failed) {
      if (!away.getAndSet(true)) {
        LOG.warnf(
            "The authority for time stamps (TIME_STAMP_URL) is away and asked again: %s",
            failed.getMessage());
      }
      throw new Postponed(authority.pause());
    }
  }
}
