package disclosure.requests.personaldata;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** What keyed digests are made by under a key of the ring; its word may stand in the key's line. */
enum KeyedDigest {
  /** HMAC (RFC 2104) with SHA-256. */
  HMAC_SHA256("HMAC-SHA256"),
  /** HMAC with SM3 (GB/T 32905), of the same length. */
  HMAC_SM3("HMAC-SM3");

  private final String word;

  KeyedDigest(String word) {
    this.word = word;
  }

  static Optional<KeyedDigest> named(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
  }

  String word() {
    return word;
  }

  /** The digest of 32 bytes. */
  byte[] mac(byte[] key, byte[] message) {
    return switch (this) {
      case HMAC_SHA256 -> sha256(key, message);
      case HMAC_SM3 -> sm3(key, message);
    };
  }

  private static byte[] sha256(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] sm3(byte[] key, byte[] message) {
    HMac mac = new HMac(new SM3Digest());
    mac.init(new KeyParameter(key));
    mac.update(message, 0, message.length);
    byte[] digest = new byte[mac.getMacSize()];
    mac.doFinal(digest, 0);
    return digest;
  }
}
