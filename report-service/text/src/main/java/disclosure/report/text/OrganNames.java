package disclosure.report.text;

import disclosure.report.text.word.Names;
import disclosure.report.text.word.Simplified;
import java.util.regex.Pattern;

/** Whether a name is an organ's. */
public final class OrganNames {

  /** What is named after a place is its government's, and not that of an office beside it. */
  private static final Pattern OFFICE = Pattern.compile(".*办公[室厅]");

  private static final Pattern PLACE = Pattern.compile(".*(?:[省市县区旗州盟镇乡]|街道)");

  private OrganNames() {}

  /**
   * Whether an organ may be meant by a name: in full, for short, with or without the places before
   * it, in simplified or traditional characters. By its region's name a government may be, but not
   * the office of one.
   *
   * @param organ its name
   * @param name as somebody writes it
   */
  public static boolean mayBe(String organ, String name) {
    String known = plain(organ);
    String written = plain(name);
    // Either may have more places before it than the other.
    return isNameOf(known, written) || isNameOf(written, known);
  }

  private static boolean isNameOf(String organ, String name) {
    return !(OFFICE.matcher(organ).matches() && PLACE.matcher(name).matches())
        && Names.of(organ).sense(name, ' ').isPresent();
  }

  private static String plain(String name) {
    return Simplified.of(name.replaceAll("\\s", ""));
  }
}
