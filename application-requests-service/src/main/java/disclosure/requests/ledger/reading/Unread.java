package disclosure.requests.ledger.reading;

import disclosure.requests.ledger.words.Words;
import java.util.Set;
import java.util.regex.Pattern;

/** Columns that are not read: which of them would be missed. */
final class Unread {

  /** What steps, days, numbers and persons are called in headings. */
  private static final Pattern MATTERS =
      Pattern.compile(
          "日期|时间|年月|补正|延期|延长|第三方|征求|文号|送达|复议|诉讼|缴费|缴纳|收费|费用|金额|撤回|移送|转办|答复|结果|办结|更正"
              + "|中止|恢复|代理|共同申请");

  /** What the register reckons by itself. */
  private static final Set<String> RECKONED =
      Set.of(
          "答复期限", "办理期限", "法定期限", "答复时限", "办理时限", "法定时限", "法定答复期限", "法定答复时限", "应答复日期", "应答复时间",
          "应办结日期", "应办结时间", "到期日期", "到期时间", "是否按期答复", "是否按时答复", "是否逾期答复", "是否超期答复", "是否按期办结",
          "是否按时办结");

  /** What stands in a cell where there is nothing to say. */
  private static final Pattern NOTHING =
      Pattern.compile("[\\s\u3000/\\\\—–－-]*|[无否0０]|没有|不涉及|未涉及|不适用|未发生");

  private Unread() {}

  /** Whether something may be lost when what stands under a heading is not read. */
  static boolean matters(String heading) {
    return MATTERS.matcher(heading).find() && !RECKONED.contains(Words.plain(heading));
  }

  /** Whether a cell says anything. */
  static boolean isSaid(String cell) {
    return !NOTHING.matcher(cell).matches();
  }
}
