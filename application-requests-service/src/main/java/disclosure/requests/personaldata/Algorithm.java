package disclosure.requests.personaldata;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

/** What a key of the ring encrypts by; its word stands behind the key in the file. */
enum Algorithm {
  /** AES with 256 bits in GCM (NIST SP 800-38D). */
  AES_256_GCM("AES-256-GCM", 32, KeyedDigest.HMAC_SHA256),
  /** SM4 (GB/T 32907) in GCM, as RFC 8998 uses it. */
  SM4_GCM("SM4-GCM", 16, KeyedDigest.HMAC_SM3);

  private final String word;
  private final int keyBytes;
  private final KeyedDigest digest;

  Algorithm(String word, int keyBytes, KeyedDigest digest) {
    this.word = word;
    this.keyBytes = keyBytes;
    this.digest = digest;
  }

  static Optional<Algorithm> named(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
  }

  String word() {
    return word;
  }

  int keyBytes() {
    return keyBytes;
  }

  /** What digests are made by under such a key, unless its line names another. */
  KeyedDigest digest() {
    return digest;
  }

  /**
   * A key to encrypt with.
   *
   * @param material as many bytes as {@link #keyBytes} says
   */
  SealingKey key(byte[] material) throws GeneralSecurityException {
    return switch (this) {
      case AES_256_GCM -> new AesGcm(material);
      case SM4_GCM -> new Sm4Gcm(material);
    };
  }
}
