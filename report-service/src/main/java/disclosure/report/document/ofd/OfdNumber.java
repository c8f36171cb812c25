package disclosure.report.document.ofd;

/** Lengths as OFD writes them: in millimetres, to a thousandth. */
final class OfdNumber {

  private static final double MILLIMETRES_PER_POINT = 25.4 / 72;
  private static final int THOUSAND = 1000;

  private OfdNumber() {}

  /** Millimetres from points. */
  static double millimetres(double points) {
    return points * MILLIMETRES_PER_POINT;
  }

  /** A side of a sheet of paper, which measures whole millimetres, from points. */
  static double paper(double points) {
    return Math.round(millimetres(points));
  }

  /** At most three decimals; a formatter would take ten times as long as the whole document. */
  static String of(double millimetres) {
    long thousandths = Math.round(millimetres * THOUSAND);
    StringBuilder text = new StringBuilder(10);
    if (thousandths < 0) {
      text.append('-');
      thousandths = -thousandths;
    }
    text.append(thousandths / THOUSAND);
    int rest = (int) (thousandths % THOUSAND);
    if (rest > 0) {
      text.append('.');
      for (int unit = THOUSAND / 10; rest > 0; unit /= 10) {
        text.append((char) ('0' + rest / unit));
        rest %= unit;
      }
    }
    return text.toString();
  }

  /** Several of them with spaces between. */
  static String of(double... millimetres) {
    StringBuilder text = new StringBuilder(10 * millimetres.length);
    for (double one : millimetres) {
      text.append(text.length() > 0 ? " " : "").append(of(one));
    }
    return text.toString();
  }
}
