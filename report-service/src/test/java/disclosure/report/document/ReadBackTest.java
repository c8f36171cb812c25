package disclosure.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.content.FormEdition;
import disclosure.report.content.ProactiveFigures;
import disclosure.report.document.ofd.OfdDocument;
import disclosure.report.document.office.DocxDocument;
import disclosure.report.document.office.XlsxDocument;
import disclosure.report.document.print.HtmlDocument;
import disclosure.report.document.print.PdfDocument;
import disclosure.report.examination.Examination;
import disclosure.report.examination.Examiner;
import disclosure.report.examination.document.Limits;
import disclosure.report.examination.figure.Column;
import disclosure.report.examination.figure.Confidence;
import disclosure.report.examination.figure.ProactiveRow;
import disclosure.report.examination.figure.Reading;
import disclosure.report.examination.finding.Severity;
import disclosure.report.form.AnnualReport;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.MatrixRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is drawn, examined as if somebody else had published it, has the same figures. */
class ReadBackTest {

  private static final int REPORTS = 200;

  private static final PdfDocument PDF = new PdfDocument(Optional.empty());
  private static final OfdDocument OFD = new OfdDocument(PDF);
  private final Examiner examiner = new Examiner(Limits.USUAL);

  @Test
  void html_is_read_back() {
    readBack(REPORTS, new HtmlDocument()::render);
  }

  @Test
  void docx_is_read_back() {
    readBack(REPORTS, new DocxDocument()::render);
  }

  @Test
  void xlsx_is_read_back() {
    readBack(REPORTS, new XlsxDocument()::render);
  }

  @Test
  void pdf_is_read_back() {
    readBack(REPORTS / 20, PDF::render);
  }

  @Test
  void ofd_is_read_back() {
    readBack(REPORTS / 20, OFD::render);
  }

  @Test
  @Tag("soak")
  @Tag("rounds")
  void pdf_and_ofd_of_all_are_read_back() {
    Random random = new Random(20_211_026);
    for (int i = 0; i < REPORTS; i++) {
      AnnualReport report = RandomReports.next(random, i % 4 == 3 ? 2020 : 2024);
      List<byte[]> pdf = new ArrayList<>();
      examine(report, OFD.render(report, pdf::add), i);
      examine(report, pdf.get(0), i);
    }
  }

  private void readBack(int reports, Function<AnnualReport, byte[]> drawing) {
    Random random = new Random(20_211_026);
    for (int i = 0; i < reports; i++) {
      AnnualReport report = RandomReports.next(random, i % 4 == 3 ? 2020 : 2024);
      examine(report, drawing.apply(report), i);
    }
  }

  private void examine(AnnualReport report, byte[] document, int i) {
    Examination read = examiner.examine(document);
    applications(report, read, i);
    for (DisputeRow row : report.disputes()) {
      assertThat(numbers(read.disputes().group(row.kind()).orElseThrow()))
          .as("%s of report %d", row.kind(), i)
          .containsExactlyElementsOf(
              texts(row.upheld(), row.corrected(), row.other(), row.pending(), row.total()));
    }
    proactive(report, read);
    assertThat(read.origin().year()).hasValue(report.year());
    assertThat(read.origin().organ()).contains(report.organName());
    assertThat(read.findings())
        .as("report %d", i)
        .noneMatch(finding -> finding.severity() == Severity.WRONG);
  }

  private static void applications(AnnualReport report, Examination read, int number) {
    for (FormRow row : FormRow.values()) {
      if (FormEdition.of(report.year()) == FormEdition.FORM_2019 && isOtherHandling(row)) {
        continue;
      }
      MatrixRow drawn = report.applications().get(row.ordinal());
      for (Column column : Column.values()) {
        long figure = column.type().map(type -> drawn.counts().of(type)).orElse(drawn.total());
        Reading cell = read.applications().row(row).orElseThrow().cell(column);
        assertThat(cell.value())
            .as("%s %s of report %d", row, column, number)
            .contains(BigDecimal.valueOf(figure));
        assertThat(cell.confidence()).isNotEqualTo(Confidence.DOUBTFUL);
      }
    }
    if (FormEdition.of(report.year()) == FormEdition.FORM_2019) {
      long all =
          report.applications().stream()
              .filter(row -> isOtherHandling(row.code()))
              .mapToLong(MatrixRow::total)
              .sum();
      assertThat(read.applications().otherHandlingInOne().orElseThrow().cell(Column.TOTAL).value())
          .contains(BigDecimal.valueOf(all));
    }
  }

  private static void proactive(AnnualReport report, Examination read) {
    ProactiveFigures figures = report.proactive();
    if (figures.former().isPresent()) {
      List<String> all = new ArrayList<>();
      figures
          .former()
          .get()
          .figures()
          .values()
          .forEach(one -> all.add(one.orElseThrow().toPlainString()));
      List<String> found = new ArrayList<>();
      for (ProactiveRow row : ProactiveRow.values()) {
        found.addAll(numbers(read.proactive().row(row).orElseThrow()));
      }
      assertThat(found).containsExactlyElementsOf(all);
      return;
    }
    assertThat(numbers(read.proactive().row(ProactiveRow.NORMATIVE_DOCUMENTS).orElseThrow()))
        .containsExactlyElementsOf(
            texts(
                figures.normativeDocuments().issued().orElseThrow(),
                figures.normativeDocuments().repealed().orElseThrow(),
                figures.normativeDocuments().inForce().orElseThrow()));
    assertThat(numbers(read.proactive().row(ProactiveRow.LICENCES).orElseThrow()))
        .containsExactlyElementsOf(texts(figures.administrativeLicences().orElseThrow()));
    assertThat(numbers(read.proactive().row(ProactiveRow.FEES).orElseThrow()))
        .containsExactly(figures.administrativeFees10kYuan().orElseThrow().toPlainString());
  }

  private static List<String> numbers(List<Reading> cells) {
    return cells.stream().map(cell -> cell.value().orElseThrow().toPlainString()).toList();
  }

  private static List<String> texts(Long... numbers) {
    return Arrays.stream(numbers).map(String::valueOf).toList();
  }

  private static boolean isOtherHandling(FormRow row) {
    return row.ordinal() >= FormRow.CORRECTION_OVERDUE.ordinal()
        && row.ordinal() <= FormRow.OTHER_HANDLING.ordinal();
  }
}
