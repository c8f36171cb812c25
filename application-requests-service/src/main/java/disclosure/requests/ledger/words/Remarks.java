package disclosure.requests.ledger.words;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What offices remark about a row in columns that are not read, and that would change a figure. */
public final class Remarks {

  private static final int MAX_LENGTH = 40;

  private static final Pattern CONCLUDED =
      Pattern.compile(
          "(?:申请人|当事人)?(?:现|均)?(?:已经?|业已)(?:于?[\\d年月日./-]{3,12})?(?:书面|电话|当面|邮寄|网上|口头|按期|按时)?"
              + "(?:办结|答复|回复|撤回|撤销|终止|结案|完成|办理完毕|办理完成)(?:申请人|申请|办理)?"
              + "|申请人(?:主动|自愿)?撤回(?:申请)?|办结|结案|办理完毕|撤回申请|已?归档");

  private static final Pattern VOID =
      Pattern.compile("(?:此|本|该)?(?:件|号|条|申请)?(?:已经?)?(?:作废|注销)|空号|废号|误登|登记错误|重复登记(?:作废)?");

  private static final Pattern NUMBER_OF = Pattern.compile("(?:申请|受理|收到|登记)?(?:件数|数量|份数)");

  private Remarks() {}

  /** Whether a cell says that a case is at its end. */
  public static boolean isConcluded(String cell) {
    return says(CONCLUDED, cell);
  }

  /** Whether a cell says that a row is no application any more. */
  public static boolean isVoid(String cell) {
    return says(VOID, cell);
  }

  /** Whether a row stands for another number of applications than one. */
  public static boolean isSeveral(String heading, String cell) {
    return NUMBER_OF.matcher(Words.plain(heading)).matches()
        && Numbers.whole(cell).filter(number -> number != 1).isPresent();
  }

  private static boolean says(Pattern what, String cell) {
    return cell.length() <= MAX_LENGTH
        && what.matcher(
                Normalizer.normalize(cell, Normalizer.Form.NFKC).replaceAll("[\\s。,、;!]", ""))
            .matches();
  }
}
