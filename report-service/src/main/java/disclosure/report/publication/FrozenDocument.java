package disclosure.report.publication;

import java.time.Instant;
import java.util.Optional;

/**
 * A document as it was published.
 *
 * @param format the short name of its format, such as {@code pdf}
 * @param mediaType what is said of its bytes
 * @param bytes the document itself; not to be changed
 * @param digests of the bytes
 * @param signature over the bytes, detached (CMS); not to be changed, and empty where nothing is
 *     signed
 * @param signedAt when it was signed, if that was later than its publication
 * @param stampedAt when an authority saw the signature (RFC 3161)
 */
@SuppressWarnings("ArrayRecordComponent")
public record FrozenDocument(
    String format,
    String mediaType,
    byte[] bytes,
    Digests digests,
    Optional<byte[]> signature,
    Optional<Instant> signedAt,
    Optional<Instant> stampedAt) {

  /** A document with its digests. */
  public static FrozenDocument of(String format, String mediaType, byte[] bytes) {
    return unsigned(format, mediaType, bytes, Digests.of(bytes));
  }

  static FrozenDocument unsigned(String format, String mediaType, byte[] bytes, Digests digests) {
    return new FrozenDocument(
        format, mediaType, bytes, digests, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same with a signature over its bytes. */
  public FrozenDocument signed(byte[] over) {
    return new FrozenDocument(
        format, mediaType, bytes, digests, Optional.of(over), signedAt, stampedAt);
  }
}
