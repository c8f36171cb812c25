package disclosure.report.examined;

/**
 * A file as it was sent.
 *
 * @param name what the sender calls it; empty when he calls it nothing
 * @param content must not be changed
 */
@SuppressWarnings("ArrayRecordComponent")
record SentFile(String name, byte[] content) {

  private static final int LONGEST_NAME = 200;

  /** Long names are cut. */
  SentFile {
    name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }
}
