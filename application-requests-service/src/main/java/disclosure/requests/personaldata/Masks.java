package disclosure.requests.personaldata;

/** What is shown of personal data to those who need not see all of it. */
final class Masks {

  private Masks() {}

  /** The first character, then two stars: 王**. */
  static String name(String name) {
    return name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
  }

  /** The last four characters of a number of at least eight, else nothing of it. */
  static String number(String number) {
    int length = number.codePointCount(0, number.length());
    return length < 8
        ? "****"
        : "****" + number.substring(number.offsetByCodePoints(number.length(), -4));
  }
}
