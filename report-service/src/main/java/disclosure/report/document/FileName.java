package disclosure.report.document;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a file is called that is taken along (RFC 6266). */
public final class FileName {

  private FileName() {}

  /**
   * The header's value.
   *
   * @param plain in ASCII, for those who read no other name
   * @param name in Chinese
   */
  public static String attachment(String plain, String name) {
    return "attachment; filename=\""
        + plain
        + "\"; filename*=UTF-8''"
        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
