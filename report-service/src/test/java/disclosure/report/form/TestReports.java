package disclosure.report.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.report.content.DocumentFigures;
import disclosure.report.content.FormerProactive;
import disclosure.report.content.ProactiveFigures;
import disclosure.report.content.ReportScope;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.Counts;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.MatrixRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reports to draw. */
public final class TestReports {

  private TestReports() {}

  /** The published figures of 临县人民政府办公室 for 2024, with short texts. */
  public static AnnualReport linxian() {
    return with("临县人民政府办公室", List.of("2024年共受理依申请公开27件。"));
  }

  /** The report of 临县人民政府办公室 for 2024 as it was published, with all its texts. */
  public static AnnualReport published() {
    AnnualReport linxian = linxian();
    try (InputStream file = TestReports.class.getResourceAsStream("/linxian-2024/draft.json")) {
      JsonNode draft = new ObjectMapper().readTree(file);
      return new AnnualReport(
          linxian.organName(),
          linxian.year(),
          ReportScope.OWN,
          texts(draft.get("lead")),
          texts(draft.get("overview")),
          linxian.proactive(),
          linxian.applications(),
          linxian.disputes(),
          texts(draft.get("problems")),
          texts(draft.get("otherMatters")),
          linxian.signedBy(),
          linxian.signedOn());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A report in which every figure of section three is another, so that none can be mixed up. */
  public static AnnualReport distinct() {
    AnnualReport linxian = linxian();
    List<MatrixRow> rows =
        Arrays.stream(FormRow.values())
            .map(
                row -> {
                  long first = 1000L + row.ordinal() * 10L;
                  return new MatrixRow(
                      row,
                      Counts.of(first, first + 1, first + 2, first + 3, first + 4, first + 5),
                      first + 6);
                })
            .toList();
    return new AnnualReport(
        linxian.organName(),
        linxian.year(),
        ReportScope.OWN,
        linxian.lead(),
        linxian.overview(),
        linxian.proactive(),
        rows,
        linxian.disputes(),
        linxian.problems(),
        linxian.otherMatters(),
        linxian.signedBy(),
        linxian.signedOn());
  }

  /** The same over other organs. */
  public static AnnualReport over(AnnualReport report, ReportScope scope) {
    return changed(report, scope, report.overview());
  }

  /** The same with another section one. */
  public static AnnualReport with(AnnualReport report, List<String> overview) {
    return changed(report, report.scope(), overview);
  }

  /** The Linxian figures with fees, in 万元. */
  public static AnnualReport charging(String fees) {
    ProactiveFigures without = linxian().proactive();
    ProactiveFigures proactive =
        new ProactiveFigures(
            without.regulations(),
            without.normativeDocuments(),
            without.administrativeLicences(),
            without.administrativePenalties(),
            without.administrativeCoercion(),
            Optional.of(new BigDecimal(fees)),
            without.former());
    return changed(linxian(), ReportScope.OWN, linxian().overview(), proactive);
  }

  private static AnnualReport changed(
      AnnualReport report, ReportScope scope, List<String> overview) {
    return changed(report, scope, overview, report.proactive());
  }

  private static AnnualReport changed(
      AnnualReport report, ReportScope scope, List<String> overview, ProactiveFigures proactive) {
    return new AnnualReport(
        report.organName(),
        report.year(),
        scope,
        report.lead(),
        overview,
        proactive,
        report.applications(),
        report.disputes(),
        report.problems(),
        report.otherMatters(),
        report.signedBy(),
        report.signedOn());
  }

  /** The figures of {@link #distinct} and another table two, on 2020: in the edition of 2019. */
  public static AnnualReport former() {
    AnnualReport distinct = distinct();
    return new AnnualReport(
        distinct.organName(),
        2020,
        ReportScope.OWN,
        distinct.lead(),
        distinct.overview(),
        ProactiveFigures.of(
            new FormerProactive(
                new FormerProactive.IssuedDocuments(1, 2, 3),
                new FormerProactive.IssuedDocuments(4, 5, 6),
                new FormerProactive.DecidedItems(7, -8, 9),
                new FormerProactive.DecidedItems(10, 11, 12),
                new FormerProactive.DecidedItems(13, -14, 15),
                new FormerProactive.DecidedItems(16, 17, 18),
                new FormerProactive.ManagedItems(19, 20),
                new FormerProactive.Procurement(21, new BigDecimal("22.50")))),
        distinct.applications(),
        distinct.disputes(),
        distinct.problems(),
        distinct.otherMatters(),
        distinct.signedBy(),
        Optional.of(LocalDate.of(2021, 1, 20)));
  }

  /** The 175 figures of section three of {@link #distinct}, in the order of the form. */
  public static List<String> distinctFigures() {
    List<String> figures = new ArrayList<>();
    for (MatrixRow row : distinct().applications()) {
      row.counts().byType().values().forEach(count -> figures.add(count.toString()));
      figures.add(Long.toString(row.total()));
    }
    return figures;
  }

  /** The Linxian figures under another name and overview. */
  public static AnnualReport with(String organName, List<String> overview) {
    return new AnnualReport(
        organName,
        2024,
        ReportScope.OWN,
        List.of("根据《中华人民共和国政府信息公开条例》编制本报告。"),
        overview,
        new ProactiveFigures(
            new DocumentFigures(0, 0, 0), new DocumentFigures(0, 3, 0), 0, 0, 0, BigDecimal.ZERO),
        rows(),
        Arrays.stream(DisputeKind.values()).map(kind -> DisputeRow.of(kind, 0, 0, 0, 0)).toList(),
        List.of("主要问题：业务水平有待提高。", "改进情况：加强学习。"),
        List.of("本机关2024年度未收取信息处理费。"),
        organName,
        Optional.of(LocalDate.of(2025, 1, 20)));
  }

  private static List<String> texts(JsonNode paragraphs) {
    return StreamSupport.stream(paragraphs.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static List<MatrixRow> rows() {
    try (InputStream figures =
        TestReports.class.getResourceAsStream("/linxian-2024/figures.json")) {
      JsonNode applications = new ObjectMapper().readTree(figures).get("applications");
      return Arrays.stream(FormRow.values())
          .map(row -> row(row, applications.get(row.name())))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static MatrixRow row(FormRow row, JsonNode published) {
    long[] counts = new long[6];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = published.get("counts").get(i).longValue();
    }
    return MatrixRow.of(row, Counts.of(counts));
  }
}
