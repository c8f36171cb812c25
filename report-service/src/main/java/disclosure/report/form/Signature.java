package disclosure.report.form;

/**
 * Where 署名 and 成文日期 stand: the date four characters from the right edge, and the name centred over
 * it (GB/T 9704), as far as the edge leaves room. Widths are in characters; a digit is half a one.
 *
 * @param name how far the name's end is from the right edge
 * @param date how far the date's end is
 */
public record Signature(double name, double date) {

  private static final double DATE = 4;

  /** The places of a name over a date. */
  public static Signature of(String name, String date) {
    double more = (width(name) - width(date)) / 2;
    return more <= DATE ? new Signature(DATE - more, DATE) : new Signature(0, more);
  }

  private static double width(String text) {
    return text.codePoints().mapToDouble(character -> character < 0x80 ? 0.5 : 1).sum();
  }
}
