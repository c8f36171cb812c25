package disclosure.requests.ledger.reading;

import java.util.regex.Pattern;

/** What offices write instead of an outcome or its day while an application is under way. */
final class Pending {

  private static final Pattern WORDS =
      Pattern.compile(
          "(正在|仍在|尚在|在)?(办理|处理|答复|补正|征求意见|征求第三方意见|延期|审核|研究)(之?中)"
              + "|(正在|仍在|尚在)(办理|处理|答复|补正|征求意见|审核|研究)"
              + "|在办|待办|待答复|待办结|待补正|(尚)?未(办结|答复|办理完毕|到期)|结转(至?(下年度?|次年|\\d{4}年)(继续)?(办理)?)?");

  private Pending() {}

  /** Whether a cell says that there is no outcome yet. */
  static boolean isSaid(String cell) {
    return WORDS.matcher(cell.replaceAll("[\\s\u3000。.]", "")).matches();
  }
}
