package disclosure.requests.personaldata;

import disclosure.storage.FailureLog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The cipher of the key ring as its file stands. A changed file is taken over while the service
 * runs: when it is looked at, and at once when something is encrypted under a key not yet known. A
 * file that can't be used changes nothing, and neither does one without the key that was the
 * primary until then: nothing that was stored lately could be read.
 */
final class RotatingCipher implements PersonalDataCipher {

  private static final Logger LOG = Logger.getLogger(RotatingCipher.class);

  private final Path file;
  private final Unwrapping unwrapping;
  private final Counter failures;
  private final FailureLog log;
  private volatile RingCipher cipher;
  private volatile boolean broken;

  /**
   * Reads the file.
   *
   * @throws IllegalStateException with a sentence that says what is wrong with it
   */
  RotatingCipher(Path file, Unwrapping unwrapping, MeterRegistry meters) {
    this.file = file;
    this.unwrapping = unwrapping;
    this.cipher = new RingCipher(KeyRing.read(file, unwrapping));
    this.failures =
        Counter.builder("pii.decrypt.failures")
            .description("values that no key of the ring opens")
            .register(meters);
    this.log =
        new FailureLog(LOG, meters, "personal-data", "A stored value can't be opened by any key");
  }

  /** Takes over the file if it has changed, and tells whether it had. */
  synchronized boolean look() {
    try {
      KeyRing ring = KeyRing.read(file, unwrapping);
      if (ring.isSame(cipher.ring())) {
        broken = false;
        return false;
      }
      if (!ring.succeeds(cipher.ring())) {
        throw new IllegalStateException(
            "The key ring (KEYRING_FILE) lacks the key that is the primary until now, "
                + cipher.ring().primaryName());
      }
      cipher = new RingCipher(ring);
      broken = false;
      LOG.infof(
          "The key ring has %d keys now; the primary is %s (%s, %s)",
          ring.size(),
          ring.primaryName(),
          ring.primary().algorithm().word(),
          ring.primary().digest().word());
      return true;
    } catch (IllegalStateException unusable) {
      if (!broken) {
        LOG.errorf("%s; the keys that were read before stay in use", unusable.getMessage());
      }
      broken = true;
      return false;
    }
  }

  @Override
  public byte[] encrypt(byte[] value, Cell cell) {
    return cipher.encrypt(value, cell);
  }

  @Override
  public byte[] decrypt(byte[] encrypted, Cell cell) {
    return retried(present -> present.decrypt(encrypted, cell));
  }

  @Override
  public boolean isCurrent(byte[] encrypted) {
    return cipher.isCurrent(encrypted);
  }

  @Override
  public byte[] fingerprint(byte[] value, String purpose) {
    return cipher.fingerprint(value, purpose);
  }

  @Override
  public List<byte[]> fingerprints(byte[] value, String purpose) {
    return cipher.fingerprints(value, purpose);
  }

  private byte[] retried(Function<RingCipher, byte[]> work) {
    try {
      return work.apply(cipher);
    } catch (UnreadablePersonalData unreadable) {
      if (look()) {
        return work.apply(cipher);
      }
      failures.increment();
      log.failed(unreadable);
      throw unreadable;
    }
  }
}
