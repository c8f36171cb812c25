package disclosure.report.examined.batch;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.examination.Examination;
import disclosure.report.examination.Examiner;
import disclosure.report.examination.document.Limits;
import disclosure.report.examination.document.Place;
import disclosure.report.examination.figure.Column;
import disclosure.report.examination.finding.Finding;
import disclosure.report.examination.finding.Severity;
import disclosure.report.examined.ExaminedReport;
import disclosure.report.examined.ExaminedWorkbook;
import disclosure.report.examined.ReadFile;
import disclosure.report.examined.TestFiles;
import disclosure.report.publication.FrozenJson;
import disclosure.requests.contract.FormRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What is kept of a report with many long findings. */
class StoredReportsTest {

  private static ExaminedReport with(int findings, String sentence) {
    return with(findings, sentence, Optional.empty());
  }

  /** The same, of whose findings the last is about the total of a row. */
  private static ExaminedReport with(int findings, String sentence, Optional<FormRow> last) {
    Examination read = new Examiner(Limits.USUAL).examine(TestFiles.html());
    List<Finding> all =
        new ArrayList<>(
            Collections.nCopies(
                findings,
                Finding.of(Finding.Kind.SENTENCE, Severity.WRONG, Place.NONE, sentence, sentence)));
    last.ifPresent(
        row ->
            all.add(
                Finding.of(
                    Finding.Kind.SENTENCE,
                    Severity.LOOK,
                    read.applications().row(row).orElseThrow().cell(Column.TOTAL).place(),
                    sentence,
                    sentence)));
    return ExaminedReport.of(
        new Examination(
            read.format(),
            read.origin(),
            read.edition(),
            read.proactive(),
            read.applications(),
            read.disputes(),
            read.texts(),
            all));
  }

  private static List<String> marked(ExaminedReport report) {
    ExaminedWorkbook workbook = new ExaminedWorkbook();
    workbook.add(new ReadFile("a", Optional.empty(), Optional.of(report)));
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook.finished()))) {
      return Optional.ofNullable(book.getSheet("报告").getRow(1).getCell(13))
          .map(Cell::getStringCellValue)
          .filter(text -> !text.isEmpty())
          .stream()
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Test
  void a_figure_is_marked_also_by_a_finding_that_is_not_listed() {
    for (FormRow row : List.of(FormRow.CONCLUDED, FormRow.CARRIED_OUT)) {
      String label = row == FormRow.CONCLUDED ? "办结" : "结转下年";
      ExaminedReport many = with(200, "短", Optional.of(row));
      assertThat(many.findings()).hasSize(200).noneMatch(one -> one.severity().equals("LOOK"));
      assertThat(marked(many)).containsExactly(label);
      ExaminedReport kept =
          kept(StoredReports.json(with(150, "长".repeat(2_000), Optional.of(row))));
      assertThat(kept.findings()).hasSizeLessThan(150);
      assertThat(kept.findingsLeftOut().orElseThrow().look()).isEqualTo(1);
      assertThat(marked(kept)).containsExactly(label);
    }
    assertThat(marked(with(250, "短"))).isEmpty();
  }

  private static ExaminedReport kept(String json) {
    return FrozenJson.read(json, ExaminedReport.class);
  }

  @Test
  void findings_are_kept_as_far_as_there_is_room_and_all_are_counted() {
    String json = StoredReports.json(with(4_000, "长".repeat(2_000)));
    assertThat(StoredReports.bytes(json)).isLessThanOrEqualTo(StoredReports.MAX_BYTES);
    assertThat(kept(json).findings()).hasSizeBetween(10, 199);
    assertThat(kept(json).wrong()).isEqualTo(4_000);
    assertThat(kept(json).look()).isZero();
  }

  @Test
  void tables_and_the_usual_findings_are_kept_whole_and_no_texts() {
    ExaminedReport read = with(40, "表三“自然人”列：第一项加第二项为27，第三项（七）加第四项为26，两者应当相等。");
    ExaminedReport kept = kept(StoredReports.json(read));
    assertThat(kept.applications()).isEqualTo(read.applications());
    assertThat(kept.findings()).isEqualTo(read.findings());
    assertThat(kept.findingsLeftOut()).isEmpty();
    assertThat(read.texts()).isNotEmpty();
    assertThat(kept.texts()).isEmpty();
    assertThat(kept.textsCut()).isTrue();
  }

  @Test
  void what_an_older_release_stored_is_read() {
    String json = FrozenJson.write(with(1, "一"));
    assertThat(json).doesNotContain("findingsLeftOut");
    assertThat(kept(json).findings()).hasSize(1);
    assertThat(kept(json).findingsLeftOut()).isEmpty();
    String leftOut = json.replaceFirst("}$", ",\"findingsLeftOut\":{\"wrong\":2,\"look\":3}}");
    assertThat(kept(leftOut).wrong()).isEqualTo(3);
    assertThat(kept(leftOut).findingsLeftOut().orElseThrow().places()).isEmpty();
  }
}
