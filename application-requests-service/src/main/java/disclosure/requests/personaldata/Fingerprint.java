package disclosure.requests.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 under a key that is derived from one of the ring for this use alone, behind the
 * number of that key.
 */
final class Fingerprint {

  private static final String ALGORITHM = "HmacSHA256";

  private Fingerprint() {}

  /** The key that is derived for the purpose. */
  static byte[] derived(String purpose, KeyRing.Key key) {
    return mac(key.material(), ("fingerprint|" + purpose).getBytes(UTF_8));
  }

  static byte[] of(byte[] value, String purpose, KeyRing.Key key) {
    return of(value, derived(purpose, key), key.number());
  }

  /** The same under a key that is derived already. */
  static byte[] of(byte[] value, byte[] derived, int keyNumber) {
    byte[] digest = mac(derived, value);
    return ByteBuffer.allocate(Integer.BYTES + digest.length).putInt(keyNumber).put(digest).array();
  }

  private static byte[] mac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(message);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
