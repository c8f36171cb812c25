package disclosure.report.check;

import disclosure.report.text.Section;
import disclosure.report.text.judge.FeeStatement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The three figures on the information processing fee in section six. */
final class FeeRules {

  private static final String PLACE = Section.OTHER_MATTERS.title();
  private static final String FIELD = ReportTexts.field(Section.OTHER_MATTERS);

  private record Told(
      String chinese,
      String english,
      Function<FeeStatement, Optional<BigDecimal>> said,
      Function<YearReview, BigDecimal> known) {}

  private static final List<Told> FIGURES =
      List.of(
          new Told(
              "发出收费通知的件数",
              "how many fee notices went out",
              FeeStatement::notices,
              handling -> BigDecimal.valueOf(handling.feeNotices())),
          new Told(
              "收费通知的总金额（元）",
              "what they asked for, in yuan",
              FeeStatement::noticedYuan,
              YearReview::noticedYuan),
          new Told(
              "实际收取的总金额（元）",
              "what was paid, in yuan",
              FeeStatement::paidYuan,
              YearReview::paidYuan));

  private FeeRules() {}

  /** What section six doesn't say. */
  static List<Finding> missing(CheckedReport report) {
    FeeStatement statement = FeeStatement.of(report.content().otherMatters());
    return FIGURES.stream()
        .filter(told -> told.said().apply(statement).isEmpty())
        .map(
            told ->
                Finding.broken(
                        "“%3$s”没有写明信息处理费%1$s，没有的应写0",
                        "Section six doesn't say of the information processing fee %2$s; 0 is said too",
                        told.chinese(),
                        told.english(),
                        PLACE)
                    .at(FIELD))
        .toList();
  }

  /** What section six says otherwise than the register; amounts in 元. */
  static List<Finding> otherThanTheRegister(CheckedReport report) {
    FeeStatement statement = FeeStatement.of(report.content().otherMatters());
    List<Finding> findings = new ArrayList<>();
    for (Told told : FIGURES) {
      Optional<BigDecimal> said = told.said().apply(statement);
      Optional<BigDecimal> known = report.handling().map(told.known());
      if (said.isPresent() && known.isPresent() && said.get().compareTo(known.get()) != 0) {
        findings.add(
            Finding.broken(
                    "“%s”中信息处理费%s写作%s，登记系统中为%s",
                    "%s: of the fee, %s is told as %s; the register has %s",
                    PLACE,
                    told.chinese(),
                    said.get().toPlainString(),
                    known.get().toPlainString())
                .at(FIELD));
      }
    }
    return findings;
  }
}
