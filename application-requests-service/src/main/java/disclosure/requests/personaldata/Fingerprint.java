package disclosure.requests.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * A keyed digest under a key that is derived from one of the ring for this use alone, behind the
 * number of that key, which also says by which algorithm it was made.
 */
final class Fingerprint {

  private Fingerprint() {}

  /** The key that is derived for the purpose. */
  static byte[] derived(String purpose, KeyRing.Key key) {
    return key.digest().mac(key.material(), ("fingerprint|" + purpose).getBytes(UTF_8));
  }

  static byte[] of(byte[] value, String purpose, KeyRing.Key key) {
    return of(value, derived(purpose, key), key);
  }

  /** The same under what is derived from the key already. */
  static byte[] of(byte[] value, byte[] derived, KeyRing.Key key) {
    byte[] digest = key.digest().mac(derived, value);
    return ByteBuffer.allocate(Integer.BYTES + digest.length)
        .putInt(key.number())
        .put(digest)
        .array();
  }
}
