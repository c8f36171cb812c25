package disclosure.requests.page.form;

import disclosure.edge.Text;
import disclosure.edge.look.Wording;
import disclosure.requests.application.BilingualText;

/** What the domain says, in the language of the page. */
public final class Said {

  private Said() {}

  /** A sentence that there is in both languages. */
  public static String of(BilingualText text) {
    return of(new Text(text.zh(), text.en()));
  }

  /** The same, and what it rests on. */
  public static String of(BilingualText text, String article) {
    return Wording.of("%s（%s）", of(text), constant(article));
  }

  /** What is wrong, as people are told; fields have the names that they have on pages. */
  public static String of(Text text) {
    return Wording.isEnglish() ? Words.inEnglish(text.english()) : text.chinese();
  }

  /** A text of ours, such as an article; empty for none. */
  public static String constant(String text) {
    return text.isEmpty() ? "" : Wording.of(text);
  }

  /** What somebody wrote, but for the text of ours that may stand in its place. */
  public static String constantOf(String text, String ours) {
    return text.equals(ours) ? Wording.of(ours) : text;
  }
}
