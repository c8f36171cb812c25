package disclosure.report.form;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paragraph, and the heading of the second level that it begins with or is: 「（一）主动公开。」 (GB/T
 * 9704).
 *
 * @param heading the heading with its full stop; empty where there is none
 * @param text what follows; empty where the heading stands alone
 */
public record Paragraph(String heading, String text) {

  private static final Pattern HEADED =
      Pattern.compile("(（[一二三四五六七八九十]{1,3}）[^。；：！？0-9０-９]{1,30}(?:。|$))(.*)", Pattern.DOTALL);

  /** What an editor wrote, taken apart. */
  public static Paragraph of(String written) {
    Matcher headed = HEADED.matcher(written);
    return headed.matches()
        ? new Paragraph(headed.group(1), headed.group(2))
        : new Paragraph("", written);
  }

  /** Whether it is nothing but a heading. */
  public boolean isHeading() {
    return text.isEmpty() && !heading.isEmpty();
  }
}
