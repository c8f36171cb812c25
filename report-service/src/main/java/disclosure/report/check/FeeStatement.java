package disclosure.report.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The three figures on the information processing fee that section six has to give, also when they
 * are 0: how many notices went out, what they asked for, and what was paid.
 */
final class FeeStatement {

  private static final String PLACE = "六、其他需要报告的事项";

  private record Told(
      String chinese, String english, Pattern pattern, Function<YearReview, BigDecimal> figure) {}

  private static final List<Told> FIGURES =
      List.of(
          new Told(
              "发出收费通知的件数",
              "how many fee notices went out",
              Pattern.compile("收费通知[^。；;\\d]{0,10}(?<n>\\d[\\d,]*)\\s*[件份]"),
              handling -> BigDecimal.valueOf(handling.feeNotices())),
          new Told(
              "收费通知的总金额（元）",
              "what they asked for, in yuan",
              Pattern.compile("总金额[^。；;\\d]{0,10}(?<n>\\d[\\d,]*(?:\\.\\d+)?)\\s*元"),
              YearReview::noticedYuan),
          new Told(
              "实际收取的总金额（元）",
              "what was paid, in yuan",
              Pattern.compile("(?:实际收取|实收)[^。；;\\d]{0,14}(?<n>\\d[\\d,]*(?:\\.\\d+)?)\\s*元"),
              YearReview::paidYuan));

  private FeeStatement() {}

  /** What section six doesn't say. */
  static List<Finding> missing(CheckedReport report) {
    return FIGURES.stream()
        .filter(told -> number(told, report).isEmpty())
        .map(
            told ->
                Finding.broken(
                    "“%3$s”没有写明信息处理费%1$s，没有的应写0",
                    "Section six doesn't say of the information processing fee %2$s; 0 is said too",
                    told.chinese(),
                    told.english(),
                    PLACE))
        .toList();
  }

  /** What section six says otherwise than the register; amounts in 元. */
  static List<Finding> otherThanTheRegister(CheckedReport report) {
    List<Finding> findings = new ArrayList<>();
    for (Told told : FIGURES) {
      Optional<BigDecimal> said = number(told, report);
      Optional<BigDecimal> known = report.handling().map(told.figure());
      if (said.isPresent() && known.isPresent() && said.get().compareTo(known.get()) != 0) {
        findings.add(
            Finding.broken(
                "“%s”中信息处理费%s写作%s，登记系统中为%s",
                "%s: of the fee, %s is told as %s; the register has %s",
                PLACE,
                told.chinese(),
                said.get().toPlainString(),
                known.get().toPlainString()));
      }
    }
    return findings;
  }

  private static Optional<BigDecimal> number(Told told, CheckedReport report) {
    return report.content().otherMatters().stream()
        .map(told.pattern()::matcher)
        .filter(Matcher::find)
        .map(matcher -> new BigDecimal(matcher.group("n").replace(",", "")))
        .findFirst();
  }
}
