package disclosure.report.examination.document;

/**
 * What one file may take.
 *
 * @param bytes how large it may be
 * @param inflatedBytes how large its parts may be altogether once they are inflated
 * @param work units of counted work: about one for each character, cell, sign or element that is
 *     looked at
 */
public record Limits(int bytes, long inflatedBytes, long work) {

  /** For a published report: 20 MB as it is, 100 MB inflated, some seconds of work. */
  public static final Limits USUAL = new Limits(20 << 20, 100L << 20, 50_000_000);
}
