package disclosure.report.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import disclosure.report.publication.DamagedDocument;
import disclosure.report.publication.DocumentKey;
import disclosure.report.publication.Signatures;
import disclosure.report.signature.ReportSigner;
import disclosure.report.signature.UnusableKey;
import disclosure.report.signing.Pending.Document;
import disclosure.storage.job.JobKind;
import disclosure.storage.job.Jobs;
import disclosure.storage.job.Piece;
import disclosure.storage.job.Postponed;
import disclosure.storage.job.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Signs what was published without a signature: before there was a key, or by an instance that has
 * none. The moment that is signed is the present one, and told beside that of the publication. What
 * isn't stored as it was published gets none.
 */
@ApplicationScoped
class SignLater implements JobKind {

  private static final Logger LOG = Logger.getLogger(SignLater.class);

  static final String NAME = "signatures";

  private static final UUID JOB = UUID.nameUUIDFromBytes(NAME.getBytes(UTF_8));
  private static final Duration UNTIL_A_KEY = Duration.ofMinutes(1);

  private final DocumentSigning signing;
  private final Signatures signatures;
  private final StampSignatures stamps;
  private final Clock clock;
  private final Pending pending;
  private final LookNowAndThen looks;
  private final Set<DocumentKey> damaged = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Optional<DamagedDocument>> met =
      new AtomicReference<>(Optional.empty());
  private final AtomicBoolean added = new AtomicBoolean();

  SignLater(
      DocumentSigning signing,
      Signatures signatures,
      StampSignatures stamps,
      SigningSettings settings,
      Clock clock) {
    this.signing = signing;
    this.signatures = signatures;
    this.stamps = stamps;
    this.clock = clock;
    this.looks = new LookNowAndThen(settings.lookInterval());
    this.pending = new Pending(after -> signatures.unsigned(after, Pending.PART));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int workers() {
    return signing.hasKey() ? 1 : 0;
  }

  @Override
  public void look(Connection connection, Jobs jobs) throws SQLException {
    if (looks.isTime() && signatures.isAnyUnsigned(connection)) {
      jobs.order(connection, NAME, JOB, Duration.ZERO);
    }
  }

  @Override
  public Result work(Piece piece) {
    // What was added before is committed by now: whoever looks for it finds it.
    if (added.getAndSet(false)) {
      stamps.soon();
    }
    Optional<Document> next = pending.next(this::unsigned);
    if (next.isEmpty()) {
      Optional<DamagedDocument> left = met.getAndSet(Optional.empty());
      if (left.isPresent()) {
        throw left.get();
      }
      return (connection, rows) -> Progress.finished(0);
    }
    Document document = next.get();
    Instant now = clock.instant();
    byte[] signature = signed(document.bytes(), now);
    return (connection, rows) -> {
      boolean first = signatures.sign(connection, document.key(), signature, now);
      added.set(true);
      return Progress.more(first ? 1 : 0);
    };
  }

  /** What is damaged is left out, until all others are signed; then it fails the whole. */
  private Optional<byte[]> unsigned(DocumentKey key) {
    try {
      Optional<byte[]> bytes = signatures.unsigned(key);
      damaged.remove(key);
      return bytes;
    } catch (DamagedDocument other) {
      if (damaged.add(key)) {
        LOG.errorf("%s. It gets no signature", other.getMessage());
      }
      met.set(Optional.of(other));
      return Optional.empty();
    }
  }

  /** As long as the key can't be used, no publication succeeds either, and the log says why. */
  private byte[] signed(byte[] document, Instant now) {
    try {
      ReportSigner signer = signing.signer();
      return signer.sign(document, now);
    } catch (UnusableKey unusable) {
      LOG.warnf("What was published without a signature gets none yet: %s", unusable.getMessage());
      throw new Postponed(UNTIL_A_KEY);
    }
  }
}
