package disclosure.report.examination.line;

import disclosure.report.examination.line.CellText.Amount;
import disclosure.report.examination.line.CellText.Blank;
import disclosure.report.examination.line.CellText.Label;
import disclosure.report.examination.line.CellText.Mark;
import disclosure.report.examination.line.CellText.Number;
import disclosure.report.examination.line.CellText.Several;
import disclosure.report.examination.line.CellText.Unclear;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a cell. What isn't surely a number is none. */
public final class FigureText {

  private static final int MAX_LENGTH = 40;

  private static final String DIGITS =
      "\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,8})?|\\d{1,15}(?:\\.\\d{1,8})?";

  private static final Pattern PLAIN = Pattern.compile("[-+−–]?(?:" + DIGITS + ")");

  private static final Pattern WITH_UNIT =
      Pattern.compile("([-+−–]?(?:" + DIGITS + "))\\s*(?:件|条|项|个|份|宗|次|起|例|部)");

  /** A unit that changes the number. */
  private static final String SCALED = "(?:[十百千万亿]{1,2}\\s*(?:元|件|条|项|个|份|宗|次|起|例|部)?|元)";

  private static final String REMARKS =
      "(?:[(\\[〔【][^()\\[\\]〔〕【】]{1,30}[)\\]〕】]|[*※#]{1,3}|注\\d?)";

  private static final Pattern AMOUNT =
      Pattern.compile("([-+−–]?(?:" + DIGITS + "))\\s*(" + SCALED + ")\\s*(?:" + REMARKS + ")?");

  /** 22（其中修订16件）, 3①, 3*, 3[1], 3注1. */
  private static final Pattern WITH_REMARK =
      Pattern.compile("([-+−–]?(?:" + DIGITS + "))\\s*(?:件|条|项|个|份)?\\s*" + REMARKS);

  private static final Pattern CHANGE = Pattern.compile("(增加?|减少?)\\s*(\\d{1,9})\\s*(?:件|条|项|个)?");

  private static final Pattern MARK =
      Pattern.compile("[/／\\\\|\\-–—―─－_~～*×✕]{1,6}|无|無|N/?A|n/?a|不涉及|空|\\.{2,6}|…{1,2}|、");

  private static final Pattern RAISED = Pattern.compile("\u27E6[^\u27E7]*\u27E7");
  private static final Pattern DIGIT = Pattern.compile("[\\p{Nd}\\p{No}]");
  private static final Pattern LETTERS_FOR_DIGITS = Pattern.compile("[0-9OoIl〇零Z.,，]{1,15}");

  private FigureText() {}

  /** What the cell says. */
  public static CellText read(String cell) {
    String raised = RAISED.matcher(cell).replaceAll("");
    boolean plain = raised.length() == cell.length();
    String bare = strip(raised);
    String unsigned = withoutNotes(bare);
    plain &= unsigned.length() == bare.length();
    String text = strip(Words.plain(unsigned).replace('，', ','));
    if (text.isEmpty()) {
      // A note alone isn't known to be the note of an empty cell.
      return DIGIT.matcher(cell).find() ? new Unclear(strip(cell)) : new Blank();
    }
    if (text.length() > MAX_LENGTH) {
      return new Label(text);
    }
    if (MARK.matcher(text).matches()) {
      return new Mark(text);
    }
    if (PLAIN.matcher(text).matches()) {
      return number(text, plain);
    }
    return composed(text);
  }

  /** Without the signs at its end that are the number of a note; a fraction is none. */
  private static String withoutNotes(String text) {
    int end = text.length();
    while (end > 0) {
      int sign = text.codePointBefore(end);
      boolean fraction =
          Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKC).indexOf('\u2044')
              >= 0;
      if (!Words.isNumberSign(sign) || fraction) {
        break;
      }
      end -= Character.charCount(sign);
    }
    return text.substring(0, end);
  }

  private static CellText composed(String text) {
    Matcher unit = WITH_UNIT.matcher(text);
    if (unit.matches()) {
      return number(unit.group(1), false);
    }
    Matcher amount = AMOUNT.matcher(text);
    if (amount.matches()) {
      BigDecimal value = value(amount.group(1));
      return value.signum() == 0
          ? new Number(value, false)
          : new Amount(value, amount.group(2).replaceAll("\\s", ""));
    }
    Matcher remark = WITH_REMARK.matcher(text);
    if (remark.matches()) {
      return number(remark.group(1), false);
    }
    Matcher change = CHANGE.matcher(text);
    if (change.matches()) {
      String sign = change.group(1).startsWith("减") ? "-" : "";
      return number(sign + change.group(2), false);
    }
    String[] parts = text.split("[\\s|]+");
    if (parts.length > 1) {
      List<BigDecimal> values = new ArrayList<>();
      for (String part : parts) {
        if (PLAIN.matcher(part).matches()) {
          values.add(value(part));
        }
      }
      if (values.size() == parts.length) {
        return new Several(values, text.indexOf(' ') < 0 && text.indexOf('\t') < 0);
      }
    }
    if (LETTERS_FOR_DIGITS.matcher(text).matches()
        || DIGIT.matcher(text).find() && !hasWords(text)) {
      return new Unclear(text);
    }
    return new Label(text);
  }

  private static boolean hasWords(String text) {
    return text.codePoints().filter(Character::isIdeographic).count() > 1;
  }

  private static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char one) {
    return Character.isWhitespace(one)
        || Character.isSpaceChar(one)
        || one == '\u200B'
        || one == '\u200C'
        || one == '\u200D'
        || one == '\uFEFF'
        || one == '\u2060';
  }

  private static Number number(String digits, boolean plain) {
    return new Number(value(digits), plain);
  }

  private static BigDecimal value(String digits) {
    return new BigDecimal(
        digits.replace(",", "").replace('−', '-').replace('–', '-').replaceFirst("^\\+", ""));
  }
}
