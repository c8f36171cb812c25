package disclosure.edge.look;

import disclosure.edge.page.PageLanguage;
import java.util.Locale;

/**
 * What the pages say, in the language of the page that is being answered. It is written in Chinese
 * where it is said; the catalogues ({@code wording/en.json} of each module) have the English of it.
 */
public final class Wording {

  private Wording() {}

  /**
   * The sentence in the language of the page; in Chinese where no page is being answered, and where
   * no catalogue has it.
   *
   * @param chinese with a place for each of the parts, as {@link String#format} marks them; taken
   *     as it is where there are no parts
   * @param parts what stands in those places, in the language of the page
   */
  public static String of(String chinese, Object... parts) {
    String sentence = isEnglish() ? Catalogue.current().english(chinese).orElse(chinese) : chinese;
    return parts.length == 0 ? sentence : String.format(Locale.ROOT, sentence, parts);
  }

  /** Whether the page that is being answered is in English. */
  public static boolean isEnglish() {
    return language().equals(Locale.ENGLISH);
  }

  /** The language of the page that is being answered: Chinese or English. */
  public static Locale language() {
    return PageLanguage.current();
  }
}
