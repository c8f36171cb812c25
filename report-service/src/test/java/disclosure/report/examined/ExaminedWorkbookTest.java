package disclosure.report.examined;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.examination.Examination;
import disclosure.report.examination.document.Place;
import disclosure.report.examination.finding.Finding;
import disclosure.report.examination.finding.Severity;
import disclosure.report.examined.Examinations.Examined;
import disclosure.report.examined.carried.CarriedOver.Difference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The reports on 2023 and 2024 of an organ; of 1 that is carried over, 0 are taken over. */
class ExaminedWorkbookTest {

  private static byte[] changed(byte[] html, String from, String to) {
    return new String(html, StandardCharsets.UTF_8)
        .replace(from, to)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] yearBefore() {
    return changed(changed(TestFiles.html(), "2024", "2023"), "2025", "2024");
  }

  private static List<Examined> examined(SentFile... files) {
    return new Examinations(Clock.systemUTC()).of(List.of(files));
  }

  private static List<List<String>> sheet(byte[] workbook, String name) {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      XSSFSheet sheet = book.getSheet(name);
      DataFormatter shown = new DataFormatter();
      List<List<String>> rows = new ArrayList<>();
      for (Row row : sheet) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getLastCellNum(); i++) {
          cells.add(shown.formatCellValue(row.getCell(i)));
        }
        rows.add(cells);
      }
      return rows;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Test
  void reports_stand_by_organ_and_year_with_what_was_read_and_found() {
    byte[] workbook =
        ExaminedWorkbook.of(
            examined(
                new SentFile("2024.html", TestFiles.notAddingUp()),
                new SentFile("扫描.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)),
                new SentFile("2023.html", yearBefore())));
    List<List<String>> reports = sheet(workbook, "报告");
    assertThat(reports).hasSize(4);
    assertThat(reports.get(0)).startsWith("机关", "年度", "文件", "读取情况", "错误");
    assertThat(reports.get(1)).startsWith("", "", "扫描.pdf", "文件已损坏或者不完整");
    assertThat(reports.get(2)).startsWith("临县人民政府办公室", "2023", "2023.html", "已读取", "0");
    assertThat(reports.get(2).subList(7, 13)).containsExactly("27", "0", "26", "1", "0", "0");
    assertThat(reports.get(3)).startsWith("临县人民政府办公室", "2024", "2024.html", "已读取");
    assertThat(Integer.parseInt(reports.get(3).get(4))).isPositive();
    assertThat(sheet(workbook, "问题"))
        .anySatisfy(
            row -> {
              assertThat(row).startsWith("临县人民政府办公室", "2024", "2024.html", "错误");
              assertThat(row.get(4)).contains("27", "26");
            });
    assertThat(sheet(workbook, "年度衔接"))
        .hasSize(3)
        .anySatisfy(row -> assertThat(row).startsWith("临县人民政府办公室", "2024", "总计", "1", "0"))
        .anySatisfy(row -> assertThat(row).startsWith("临县人民政府办公室", "2024", "自然人", "1", "0"));
  }

  @Test
  void figures_that_findings_are_about_are_marked() {
    byte[] workbook =
        ExaminedWorkbook.of(
            examined(new SentFile("a", TestFiles.notAddingUp()), new SentFile("b", yearBefore())));
    List<List<String>> reports = sheet(workbook, "报告");
    assertThat(reports.get(0).get(13)).isEqualTo("有问题的数");
    assertThat(reports.get(1).get(13)).isEmpty();
    assertThat(reports.get(2).get(13)).isEqualTo("本年新收、上年结转、办结、结转下年");
    assertThat(coloured(workbook, 1)).isEmpty();
    assertThat(coloured(workbook, 2)).containsExactly(7, 8, 9, 10);
  }

  private static List<Integer> coloured(byte[] workbook, int row) {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      List<Integer> columns = new ArrayList<>();
      book.getSheet("报告")
          .getRow(row)
          .forEach(
              cell -> {
                if (cell.getCellStyle().getFillPattern() == FillPatternType.SOLID_FOREGROUND) {
                  columns.add(cell.getColumnIndex());
                }
              });
      return columns;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Test
  void what_looks_like_a_formula_is_text() {
    byte[] workbook = ExaminedWorkbook.of(examined(new SentFile("=1+1", TestFiles.html())));
    assertThat(sheet(workbook, "报告").get(1).get(2)).isEqualTo("'=1+1");
  }

  @Test
  void what_was_not_read_surely_is_no_number_and_compared_with_nothing() {
    byte[] doubtful = changed(TestFiles.html(), ">27<", "><");
    List<List<String>> reports =
        sheet(ExaminedWorkbook.of(examined(new SentFile("a", doubtful))), "报告");
    assertThat(reports.get(1).get(7)).startsWith("存疑");
    assertThat(Integer.parseInt(reports.get(1).get(6))).isPositive();
    byte[] open = changed(yearBefore(), ">1<", ">/<");
    assertThat(
            ReadFile.differences(
                examined(new SentFile("a", open), new SentFile("b", TestFiles.html()))))
        .isEmpty();
  }

  @Test
  void each_report_is_held_against_one_of_the_year_before_however_many_there_are() {
    Examined before = examined(new SentFile("before", yearBefore())).get(0);
    Examined now = examined(new SentFile("now", TestFiles.html())).get(0);
    List<Examined> many = new ArrayList<>(Collections.nCopies(20, before));
    many.addAll(Collections.nCopies(20, now));
    assertThat(ReadFile.differences(many)).hasSize(2 * 20);
  }

  /** The same report with so many wrong things, and as many to be looked at. */
  private static Examined with(int findings) {
    Examination read =
        examined(new SentFile("a", TestFiles.html())).get(0).examination().orElseThrow();
    List<Finding> many = new ArrayList<>();
    for (Severity severity : List.of(Severity.WRONG, Severity.LOOK)) {
      for (int i = 0; i < findings; i++) {
        many.add(
            Finding.of(Finding.Kind.SENTENCE, severity, Place.NONE, "第" + i + "处", "no. " + i));
      }
    }
    return Examined.read(
        "a",
        new Examination(
            read.format(),
            read.origin(),
            read.edition(),
            read.proactive(),
            read.applications(),
            read.disputes(),
            read.texts(),
            many));
  }

  @Test
  void of_many_findings_the_worst_are_listed_and_all_counted() {
    ExaminedReport read = ReadFile.of(with(150)).report().orElseThrow();
    assertThat(read.findings()).hasSize(200);
    assertThat(read.findings().get(149).severity()).isEqualTo("WRONG");
    assertThat(read.findingsLeftOut()).contains(new ExaminedReport.LeftOut(0, 100, List.of()));
    assertThat(List.of(read.wrong(), read.look())).containsExactly(150, 150);
    assertThat(ReadFile.of(with(100)).report().orElseThrow().findingsLeftOut()).isEmpty();

    byte[] workbook = ExaminedWorkbook.of(List.of(with(150)));
    assertThat(sheet(workbook, "报告").get(1).subList(4, 6)).containsExactly("150", "150");
    List<List<String>> listed = sheet(workbook, "问题");
    assertThat(listed).hasSize(1 + 200 + 1);
    assertThat(listed.get(201)).contains("另有100处问题没有列出");
  }

  @Test
  void the_findings_of_many_reports_stay_within_a_sheet() {
    ReadFile file = ReadFile.of(with(150));
    ExaminedWorkbook workbook = new ExaminedWorkbook();
    for (int i = 0; i < 300; i++) {
      workbook.add(file);
    }
    List<List<String>> listed = sheet(workbook.finished(), "问题");
    assertThat(listed).hasSizeBetween(50_000, 50_300);
    assertThat(listed.get(listed.size() - 1)).contains("另有300处问题没有列出");
  }

  @Test
  void only_the_same_organ_s_year_before_is_compared() {
    SentFile now = new SentFile("now", TestFiles.html());
    assertThat(ReadFile.differences(examined(new SentFile("before", yearBefore()), now)))
        .extracting(Difference::sentence)
        .hasSize(2)
        .first()
        .satisfies(
            text -> {
              assertThat(text.chinese())
                  .isEqualTo(
                      "临县人民政府办公室2023年度报告“结转下年度继续办理”“自然人”列为1，2024年度报告“上年结转政府信息公开申请数量”该列为0，两者不一致，请核对。");
              assertThat(text.english()).contains("on 2023 carries over 1", "on 2024 has 0");
            });
    byte[] other = changed(yearBefore(), "临县人民政府办公室", "某县人民政府办公室");
    assertThat(ReadFile.differences(examined(new SentFile("before", other), now))).isEmpty();
    byte[] twoBefore = changed(changed(yearBefore(), "2023", "2022"), "2024", "2023");
    assertThat(ReadFile.differences(examined(new SentFile("before", twoBefore), now))).isEmpty();
    assertThat(ReadFile.differences(examined(now, now))).isEmpty();
  }
}
