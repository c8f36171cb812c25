package disclosure.requests.personaldata;

import disclosure.storage.FailureLog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * The cipher of the key ring as its file stands. A changed file is taken over while the service
 * runs: when it is looked at, and at once when something is encrypted under a key not yet known. A
 * file that can't be used changes nothing, and neither does one without the key that was the
 * primary until then: nothing that was stored lately could be read. But whoever can't take over
 * another primary encrypts nothing more after a while.
 */
final class RotatingCipher implements PersonalDataCipher {

  private static final Logger LOG = Logger.getLogger(RotatingCipher.class);

  private final Path file;
  private final Unwrapping unwrapping;
  private final long bound;
  private final Counter failures;
  private final FailureLog log;

  /**
   * Which reading of the file the ring is of: a later one is not undone by one that took longer.
   */
  private final AtomicLong readings = new AtomicLong();

  private long taken;
  private volatile RingCipher cipher;
  private volatile boolean refused;
  private volatile Optional<Awaited> awaited = Optional.empty();

  /**
   * Another primary that the file has, and that can't be taken over.
   *
   * @param key its number
   * @param since in nanoseconds, when the first such one was seen
   */
  private record Awaited(int key, long since) {}

  /**
   * Reads the file.
   *
   * @param bound how long something is encrypted under a key that is the primary no more
   * @throws IllegalStateException with a sentence that says what is wrong with it
   */
  RotatingCipher(Path file, Unwrapping unwrapping, MeterRegistry meters, Duration bound) {
    this.file = file;
    this.unwrapping = unwrapping;
    this.bound = bound.toNanos();
    this.cipher = new RingCipher(KeyRing.read(file, unwrapping));
    this.failures =
        Counter.builder("pii.decrypt.failures")
            .description("values that no key of the ring opens")
            .register(meters);
    Gauge.builder("pii.ring.refused", this, one -> one.refused ? 1 : 0)
        .description("whether the key ring's file can't be taken over")
        .register(meters);
    this.log =
        new FailureLog(LOG, meters, "personal-data", "A stored value can't be opened by any key");
  }

  /**
   * Takes over the file if it has changed, and tells whether it had. It may wait for a KMS: no
   * request does this.
   */
  boolean look() {
    try {
      return look(unwrapping);
    } catch (IllegalStateException unusable) {
      if (!refused) {
        LOG.errorf("%s; the keys that were read before stay in use", unusable.getMessage());
      }
      refused = true;
      KeyRing.primaryNamed(file).ifPresent(this::await);
      return false;
    }
  }

  /** A file that names no primary, as one that can't be read, tells of none that came or went. */
  private void await(String primary) {
    long since = awaited.map(Awaited::since).orElseGet(System::nanoTime);
    awaited =
        Optional.of(primary)
            .filter(name -> !name.equals(cipher.ring().primaryName()))
            .map(name -> new Awaited(KeyRing.number(name), since));
  }

  private boolean look(Unwrapping way) {
    long reading = readings.incrementAndGet();
    return take(reading, KeyRing.read(file, way));
  }

  private synchronized boolean take(long reading, KeyRing ring) {
    if (reading < taken) {
      return false;
    }
    boolean isSame = ring.isSame(cipher.ring());
    if (!isSame && !ring.succeeds(cipher.ring())) {
      throw new IllegalStateException(
          "The key ring (KEYRING_FILE) lacks the key that is the primary until now, "
              + cipher.ring().primaryName());
    }
    taken = reading;
    refused = false;
    awaited = Optional.empty();
    if (isSame) {
      return false;
    }
    cipher = new RingCipher(ring);
    LOG.infof(
        "The key ring has %d keys now; the primary is %s (%s, %s)",
        ring.size(),
        ring.primaryName(),
        ring.primary().algorithm().word(),
        ring.primary().digest().word());
    return true;
  }

  @Override
  public byte[] encrypt(byte[] value, Cell cell) {
    return writing().encrypt(value, cell);
  }

  @Override
  public byte[] decrypt(byte[] encrypted, Cell cell) {
    RingCipher present = cipher;
    try {
      return present.decrypt(encrypted, cell);
    } catch (UnreadablePersonalData unreadable) {
      return again(present, encrypted, cell, unreadable);
    }
  }

  /** By another ring, if there is one by now: what is remembered is looked at, and nobody asked. */
  private byte[] again(
      RingCipher present, byte[] encrypted, Cell cell, UnreadablePersonalData unreadable) {
    UnreadablePersonalData told = unreadable;
    try {
      look(unwrapping.remembered());
    } catch (IllegalStateException unusable) {
      LOG.debug("The key ring can't be taken over at once", unusable);
    }
    RingCipher newer = cipher;
    if (newer != present) {
      try {
        return newer.decrypt(encrypted, cell);
      } catch (UnreadablePersonalData still) {
        told = still;
      }
    }
    failures.increment();
    log.failed(told);
    throw told;
  }

  @Override
  public boolean isCurrent(byte[] encrypted) {
    return cipher.isCurrent(encrypted);
  }

  @Override
  public Optional<Integer> lackedKey(byte[] encrypted) {
    return cipher.lackedKey(encrypted);
  }

  @Override
  public int primaryKey() {
    return cipher.primaryKey();
  }

  @Override
  public Optional<Integer> awaitedPrimary() {
    return awaited.filter(other -> System.nanoTime() - other.since() >= bound).map(Awaited::key);
  }

  @Override
  public byte[] fingerprint(byte[] value, String purpose) {
    return writing().fingerprint(value, purpose);
  }

  @Override
  public List<byte[]> fingerprints(byte[] value, String purpose) {
    return cipher.fingerprints(value, purpose);
  }

  private RingCipher writing() {
    if (awaitedPrimary().isPresent()) {
      throw new KeyRingOutdated();
    }
    return cipher;
  }
}
