package disclosure.report.collection;

import disclosure.report.check.RollUp;
import disclosure.report.check.YearReview;
import disclosure.report.content.FormEdition;
import disclosure.report.content.ProactiveFigures;
import disclosure.report.content.ReportId;
import disclosure.report.publication.FrozenReport;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.Counts;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.MatrixRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * The sum of published reports.
 *
 * @param expected the reports that belong to it, published or not
 * @param parts what was added up
 * @param children the revisions that were added up
 * @param proactive table two
 * @param applications table three
 * @param disputes table four
 * @param handling what the registers said; empty when a report was published without it
 */
public record RolledUp(
    List<ExpectedReport> expected,
    List<RollUp.AddedReport> parts,
    List<FrozenReport.AddedRevision> children,
    ProactiveFigures proactive,
    List<MatrixRow> applications,
    List<DisputeRow> disputes,
    Optional<YearReview> handling) {

  /** Defensive copies are kept. */
  public RolledUp {
    expected = List.copyOf(expected);
    parts = List.copyOf(parts);
    children = List.copyOf(children);
    applications = List.copyOf(applications);
    disputes = List.copyOf(disputes);
  }

  /**
   * Adds reports up. Where there is none, table two is empty.
   *
   * @param edition that of the year
   * @param there those of the expected that are published
   * @param reports what was published of them, in the same order
   */
  static RolledUp of(
      FormEdition edition,
      List<ExpectedReport> expected,
      List<ExpectedReport> there,
      List<PublishedFigures> reports) {
    List<RollUp.AddedReport> parts = new ArrayList<>();
    List<FrozenReport.AddedRevision> children = new ArrayList<>();
    for (int i = 0; i < there.size(); i++) {
      PublishedFigures report = reports.get(i);
      ReportId id = there.get(i).id();
      parts.add(part(there.get(i), report));
      children.add(
          new FrozenReport.AddedRevision(
              id.organ(), there.get(i).name(), id.scope(), report.revision()));
    }
    return new RolledUp(
        expected,
        parts,
        children,
        reports.stream()
            .map(PublishedFigures::proactive)
            .reduce(ProactiveFigures::plus)
            .orElseGet(() -> ProactiveFigures.empty(edition)),
        Arrays.stream(FormRow.values()).map(row -> row(row, reports)).toList(),
        Arrays.stream(DisputeKind.values()).map(kind -> disputes(kind, reports)).toList(),
        reports.stream().allMatch(report -> report.handling().isPresent())
            ? Optional.of(
                YearReview.sum(
                    reports.stream().map(report -> report.handling().orElseThrow()).toList()))
            : Optional.empty());
  }

  /** The paragraph of section six that lists them. */
  public String printedList() {
    return "本报告汇总了以下"
        + children.size()
        + "份已公布的年度报告："
        + String.join(
            "；",
            children.stream()
                .map(
                    child ->
                        child.name()
                            + (child.revision() > 1 ? "（第" + (child.revision() - 1) + "次更正）" : ""))
                .toList())
        + "。";
  }

  private static RollUp.AddedReport part(ExpectedReport expected, PublishedFigures report) {
    return new RollUp.AddedReport(
        expected.organ(), true, report.proactive(), report.applications(), report.disputes());
  }

  private static MatrixRow row(FormRow code, List<PublishedFigures> reports) {
    return MatrixRow.of(
        code,
        reports.stream()
            .map(report -> report.applications().get(code.ordinal()).counts())
            .reduce(Counts.ZERO, Counts::plus));
  }

  private static DisputeRow disputes(DisputeKind kind, List<PublishedFigures> reports) {
    Function<ToLongFunction<DisputeRow>, Long> sum =
        figure ->
            reports.stream()
                .map(report -> report.disputes().get(kind.ordinal()))
                .mapToLong(figure)
                .sum();
    return DisputeRow.of(
        kind,
        sum.apply(DisputeRow::upheld),
        sum.apply(DisputeRow::corrected),
        sum.apply(DisputeRow::other),
        sum.apply(DisputeRow::pending));
  }
}
