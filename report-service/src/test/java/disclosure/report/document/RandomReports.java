package disclosure.report.document;

import disclosure.report.content.DocumentFigures;
import disclosure.report.content.FormerProactive;
import disclosure.report.content.ProactiveFigures;
import disclosure.report.content.ReportScope;
import disclosure.report.form.AnnualReport;
import disclosure.report.form.TestReports;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.Counts;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.MatrixRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Reports with figures of chance that add up. */
final class RandomReports {

  private RandomReports() {}

  /** A report that adds up: mostly small figures, some large ones. */
  static AnnualReport next(Random random, int year) {
    AnnualReport like = TestReports.linxian();
    List<MatrixRow> rows = new ArrayList<>();
    Counts concluded = Counts.ZERO;
    for (FormRow row : FormRow.outcomeRows()) {
      Counts counts = counts(random, 6);
      concluded = concluded.plus(counts);
      rows.add(MatrixRow.of(row, counts));
    }
    Counts out = counts(random, 3);
    Counts in = concluded.plus(out);
    Counts carriedIn = Counts.of(in.byType().values().stream().mapToLong(all -> all / 7).toArray());
    rows.add(0, MatrixRow.of(FormRow.NEWLY_RECEIVED, in.minus(carriedIn)));
    rows.add(1, MatrixRow.of(FormRow.CARRIED_IN, carriedIn));
    rows.add(MatrixRow.of(FormRow.CONCLUDED, concluded));
    rows.add(MatrixRow.of(FormRow.CARRIED_OUT, out));
    List<DisputeRow> disputes =
        Arrays.stream(DisputeKind.values())
            .map(kind -> DisputeRow.of(kind, few(random), few(random), few(random), few(random)))
            .toList();
    return new AnnualReport(
        like.organName(),
        year,
        ReportScope.OWN,
        like.lead(),
        List.of(year + "年共收到政府信息公开申请" + rows.get(0).total() + "件。"),
        year == 2020 ? ProactiveFigures.of(former(random)) : proactive(random),
        rows,
        disputes,
        like.problems(),
        like.otherMatters(),
        like.signedBy(),
        Optional.of(LocalDate.of(year + 1, 1, 20)));
  }

  private static Counts counts(Random random, int oneIn) {
    long[] counts = new long[6];
    for (int i = 0; i < counts.length; i++) {
      counts[i] =
          random.nextInt(oneIn) == 0 ? random.nextInt(random.nextInt(20) == 0 ? 9000 : 40) : 0;
    }
    return Counts.of(counts);
  }

  private static long few(Random random) {
    return random.nextInt(3) == 0 ? random.nextInt(30) : 0;
  }

  private static ProactiveFigures proactive(Random random) {
    return new ProactiveFigures(
        new DocumentFigures(few(random), few(random), few(random)),
        new DocumentFigures(few(random), few(random), 1200 + few(random)),
        random.nextInt(100_000),
        few(random),
        few(random),
        amount(random));
  }

  /** With up to six decimals, such as 24252.311082. */
  private static BigDecimal amount(Random random) {
    return BigDecimal.valueOf(random.nextLong(100_000_000_000L), random.nextInt(7));
  }

  private static FormerProactive former(Random random) {
    return new FormerProactive(
        new FormerProactive.IssuedDocuments(few(random), few(random), few(random)),
        new FormerProactive.IssuedDocuments(few(random), few(random), few(random)),
        new FormerProactive.DecidedItems(few(random), -few(random), few(random)),
        new FormerProactive.DecidedItems(few(random), few(random), few(random)),
        new FormerProactive.DecidedItems(few(random), few(random), few(random)),
        new FormerProactive.DecidedItems(few(random), -few(random), few(random)),
        new FormerProactive.ManagedItems(few(random), few(random)),
        new FormerProactive.Procurement(few(random), amount(random)));
  }
}
