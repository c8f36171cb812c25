package disclosure.report.publication;

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
 */
@SuppressWarnings("ArrayRecordComponent")
public record FrozenDocument(
    String format, String mediaType, byte[] bytes, Digests digests, Optional<byte[]> signature) {

  /** A document with its digests. */
  public static FrozenDocument of(String format, String mediaType, byte[] bytes) {
    return new FrozenDocument(format, mediaType, bytes, Digests.of(bytes), Optional.empty());
  }

  /** The same with a signature over its bytes. */
  public FrozenDocument signed(byte[] over) {
    return new FrozenDocument(format, mediaType, bytes, digests, Optional.of(over));
  }
}
