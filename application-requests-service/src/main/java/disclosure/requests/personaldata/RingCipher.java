package disclosure.requests.personaldata;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Encrypts under the keys of one ring, each by the algorithm that its line names. What it gives
 * begins with the key's number, so that older keys stay readable after a newer one has become the
 * primary.
 */
final class RingCipher implements PersonalDataCipher {

  /** Stands in front of the key's number. */
  private static final byte FORMAT = 1;

  private static final int PREFIX = 1 + Integer.BYTES;

  private final KeyRing ring;
  private final Map<Integer, SealingKey> keys;

  /** The keys derived from the primary one, by their purposes, of which there are a few. */
  private final Map<String, byte[]> derived = new ConcurrentHashMap<>();

  RingCipher(KeyRing ring) {
    this.ring = ring;
    Map<Integer, SealingKey> usable = new HashMap<>();
    try {
      for (KeyRing.Key key : ring.keys()) {
        usable.put(key.number(), key.algorithm().key(key.material()));
      }
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException("The key ring (KEYRING_FILE) cannot be used", unusable);
    }
    this.keys = Map.copyOf(usable);
  }

  KeyRing ring() {
    return ring;
  }

  @Override
  public boolean isCurrent(byte[] encrypted) {
    return encrypted.length >= PREFIX && numberOf(encrypted) == ring.primary().number();
  }

  private static int numberOf(byte[] encrypted) {
    return ByteBuffer.wrap(encrypted, 1, Integer.BYTES).getInt();
  }

  @Override
  public Optional<Integer> lackedKey(byte[] encrypted) {
    return encrypted.length < PREFIX || encrypted[0] != FORMAT
        ? Optional.empty()
        : Optional.of(numberOf(encrypted)).filter(number -> !keys.containsKey(number));
  }

  @Override
  public int primaryKey() {
    return ring.primary().number();
  }

  @Override
  public byte[] encrypt(byte[] value, Cell cell) {
    int number = ring.primary().number();
    try {
      byte[] sealed = keys.get(number).seal(value, cell.associatedData());
      return ByteBuffer.allocate(PREFIX + sealed.length)
          .put(FORMAT)
          .putInt(number)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("encryption failed", impossible);
    }
  }

  @Override
  public byte[] decrypt(byte[] encrypted, Cell cell) {
    try {
      return open(ByteBuffer.wrap(encrypted), cell);
    } catch (GeneralSecurityException refused) {
      throw new UnreadablePersonalData(cell, refused);
    }
  }

  private byte[] open(ByteBuffer encrypted, Cell cell) throws GeneralSecurityException {
    if (encrypted.remaining() < PREFIX || encrypted.get() != FORMAT) {
      throw new GeneralSecurityException("begins with no number of a key");
    }
    SealingKey key = keys.get(encrypted.getInt());
    if (key == null) {
      throw new GeneralSecurityException("is under a key that the ring lacks");
    }
    byte[] sealed = new byte[encrypted.remaining()];
    encrypted.get(sealed);
    return key.open(sealed, cell.associatedData());
  }

  @Override
  public byte[] fingerprint(byte[] value, String purpose) {
    byte[] key = derived.computeIfAbsent(purpose, one -> Fingerprint.derived(one, ring.primary()));
    return Fingerprint.of(value, key, ring.primary());
  }

  @Override
  public List<byte[]> fingerprints(byte[] value, String purpose) {
    return ring.keys().stream().map(key -> Fingerprint.of(value, purpose, key)).toList();
  }
}
