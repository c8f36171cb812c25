package disclosure.report.publication;

/**
 * A document as it was published.
 *
 * @param format the short name of its format, such as {@code pdf}
 * @param mediaType what is said of its bytes
 * @param bytes the document itself; not to be changed
 * @param digests of the bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record FrozenDocument(String format, String mediaType, byte[] bytes, Digests digests) {

  /** A document with its digests. */
  public static FrozenDocument of(String format, String mediaType, byte[] bytes) {
    return new FrozenDocument(format, mediaType, bytes, Digests.of(bytes));
  }
}
