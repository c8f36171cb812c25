package disclosure.statistics.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Tells two contents of the same version apart. */
final class Digest {

  private Digest() {}

  /**
   * SHA-256 over what the tables are made of. Other fields don't take part, so that a contract may
   * grow without every state sent again looking like another one.
   *
   * @param counted values whose text tells them apart
   */
  static byte[] of(List<Object> counted) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(counted.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
