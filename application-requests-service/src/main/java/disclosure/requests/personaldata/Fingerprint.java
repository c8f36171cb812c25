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

  static byte[] of(byte[] value, String purpose, KeyRing.Key key) {
    byte[] derived = mac(key.material(), ("fingerprint|" + purpose).getBytes(UTF_8));
    byte[] digest = mac(derived, value);
    return ByteBuffer.allocate(Integer.BYTES + digest.length)
        .putInt(key.number())
        .put(digest)
        .array();
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
