package disclosure.requests.personaldata;

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
}
