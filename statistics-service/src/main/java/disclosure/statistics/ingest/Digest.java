package disclosure.statistics.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Tells two contents of the same version apart. */
final class Digest {

  private Digest() {}

  /** SHA-256 over the record's canonical text, which names every component. */
  static byte[] of(Record state) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(state.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
