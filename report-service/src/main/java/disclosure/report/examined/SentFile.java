package disclosure.report.examined;

import disclosure.edge.PlainText;

/**
 * A file as it was sent.
 *
 * @param name what the sender calls it; empty when he calls it nothing
 * @param content must not be changed
 * @param part what the part of a form is called that it came as; empty for a body of its own
 */
@SuppressWarnings("ArrayRecordComponent")
public record SentFile(String name, byte[] content, String part) {

  private static final int LONGEST_NAME = 200;

  /** One that is the whole body. */
  public SentFile(String name, byte[] content) {
    this(name, content, "");
  }

  /** Long names are cut. */
  public SentFile {
    name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  /** A name without what a database or a header can't hold, nor anybody see. */
  public static String visible(String name) {
    return name.codePoints()
        .filter(character -> !PlainText.isInvisible(character))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
