package disclosure.report.document.ofd;

/** Numbers the objects of one OFD from 1. */
final class OfdIds {

  private int last;

  String next() {
    last++;
    return last();
  }

  String last() {
    return Integer.toString(last);
  }
}
