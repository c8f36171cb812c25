package disclosure.report.text;

/**
 * A sentence that says otherwise than the tables, or than itself.
 *
 * @param quote where
 * @param said the number told
 * @param place where the other number stands or comes from
 * @param is the other number
 * @param chinese both places and both numbers, for people
 * @param english the same
 */
public record Contradiction(
    Quote quote, String said, String place, String is, String chinese, String english) {

  static Contradiction of(Quote quote, String said, String place, String is) {
    String section = quote.section().title();
    return new Contradiction(
        quote,
        said,
        place,
        is,
        "“" + section + "”中写作“" + quote.words() + "”，" + place + "为" + is,
        section + " says “" + quote.words() + "”, " + place + " is " + is);
  }
}
