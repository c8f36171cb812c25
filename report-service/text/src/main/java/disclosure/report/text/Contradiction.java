package disclosure.report.text;

import java.util.List;

/**
 * A sentence that says otherwise than the tables, or than itself.
 *
 * @param quote where
 * @param said the number told
 * @param place where the other number stands or comes from
 * @param is the other number
 * @param cells those that the other number comes from; none where the texts themselves tell it
 * @param chinese both places and both numbers, for people
 * @param english the same
 */
public record Contradiction(
    Quote quote,
    String said,
    String place,
    String is,
    List<Cell> cells,
    String chinese,
    String english) {

  /** A defensive copy is kept. */
  public Contradiction {
    cells = List.copyOf(cells);
  }

  public static Contradiction of(
      Quote quote, String said, String place, String is, List<Cell> cells) {
    String section = quote.section().title();
    return new Contradiction(
        quote,
        said,
        place,
        is,
        cells,
        "“" + section + "”中写作“" + quote.words() + "”，" + place + "为" + is,
        section + " says “" + quote.words() + "”, " + place + " is " + is);
  }
}
