package disclosure.report.text;

import disclosure.report.text.word.Names;
import disclosure.report.text.word.Simplified;

/** Whether a name is an organ's. */
public final class OrganNames {

  private OrganNames() {}

  /**
   * Whether an organ may be meant by a name: in full, for short, with or without the places before
   * it, in simplified or traditional characters.
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
    return Names.of(organ).sense(name, ' ').isPresent();
  }

  private static String plain(String name) {
    return Simplified.of(name.replaceAll("\\s", ""));
  }
}
