package disclosure.requests.personaldata;

import java.util.List;
import java.util.Optional;

/** Authenticated encryption of single values, each bound to its {@link Cell}. */
public interface PersonalDataCipher {

  /**
   * Encrypts under the primary key; the result names that key and differs on every call.
   *
   * @param value any bytes, also none
   */
  byte[] encrypt(byte[] value, Cell cell);

  /**
   * Decrypts what {@link #encrypt} gave for the same cell, under whichever key of the ring.
   *
   * @throws UnreadablePersonalData when the bytes were altered, come from another cell, or were
   *     encrypted under a key that is not in the ring
   */
  byte[] decrypt(byte[] encrypted, Cell cell);

  /** Whether something was encrypted under the primary key. */
  boolean isCurrent(byte[] encrypted);

  /** The number of the key that something was encrypted under, if the ring lacks that one. */
  default Optional<Integer> lackedKey(byte[] encrypted) {
    return Optional.empty();
  }

  /** The number of the primary key, the same on every instance that has it. */
  int primaryKey();

  /**
   * The number of the key that is to be the primary and couldn't be taken over, for so long that
   * nothing is encrypted any more; empty while something is.
   */
  default Optional<Integer> awaitedPrimary() {
    return Optional.empty();
  }

  /**
   * A keyed fingerprint under the primary key, by which equal values are found without being read.
   *
   * @param value in the form in which equal values are the same bytes
   * @param purpose the table and column that it is stored in; elsewhere the same value has another
   *     fingerprint
   */
  byte[] fingerprint(byte[] value, String purpose);

  /** The fingerprints of the value under every key of the ring, to look for. */
  List<byte[]> fingerprints(byte[] value, String purpose);
}
