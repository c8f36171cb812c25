package disclosure.report.text;

import disclosure.statistics.contract.Scope;
import java.util.regex.Pattern;

/**
 * Whose report is read: it decides whose figure a sentence on 全市 or 本机关 tells.
 *
 * @param organName the name in the title
 * @param scope whether the report is the organ's own or over several organs
 * @param year the year reported on
 */
public record Publisher(String organName, Scope scope, int year) {

  private static final Pattern ZONE =
      Pattern.compile(".*(?:开发区|经开区|高新区|园区|管理区|新区|示范区|度假区|保税区|合作区)(?:管理委员会|管委会|党工委管委会)?");

  /** Whether it is a zone with a committee: what it calls 全区 is itself. */
  public boolean isZone() {
    return ZONE.matcher(organName).matches();
  }
}
