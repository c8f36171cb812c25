package disclosure.statistics.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Tells two contents of the same version apart. */
final class Digest {

  private static final int FIRST_FORM = 1;

  /** The length of a digest of the first form, which is not marked. */
  private static final int PLAIN = 32;

  private Digest() {}

  /**
   * SHA-256 over what the tables are made of. Other fields don't take part, so that a contract may
   * grow without every state sent again looking like another one.
   *
   * <p>Digests of other forms say nothing about each other.
   *
   * @param form grows with every other choice or text of a topic's fields
   * @param counted a text that tells the values apart
   */
  static byte[] of(int form, String counted) {
    byte[] digest = sha256(counted);
    if (form == FIRST_FORM) {
      return digest;
    }
    byte[] marked = new byte[digest.length + 1];
    marked[0] = (byte) form;
    System.arraycopy(digest, 0, marked, 1, digest.length);
    return marked;
  }

  /** Whether two digests of the same version are of the same form and yet differ. */
  static boolean contradict(byte[] one, byte[] other) {
    boolean sameForm = one.length == other.length && (one.length == PLAIN || one[0] == other[0]);
    return sameForm && !Arrays.equals(one, other);
  }

  private static byte[] sha256(String counted) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(counted.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
