package disclosure.report.document.office;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.form.AnnualReport;
import disclosure.report.form.FormTable;
import disclosure.report.form.SectionContent;
import disclosure.report.form.TestReports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxDocumentTest {

  private static final int FIRST_ROW = 3;
  private static final int HEADINGS = 3;

  @Test
  void holds_all_175_cells_as_numbers_in_their_places() throws IOException {
    try (XSSFWorkbook workbook = read(TestReports.distinct())) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
      XSSFSheet sheet = workbook.getSheet("三、收到和处理政府信息公开申请情况");
      List<String> figures = new ArrayList<>();
      for (int row = FIRST_ROW + HEADINGS; row < FIRST_ROW + HEADINGS + 25; row++) {
        for (int column = 3; column < 10; column++) {
          Cell cell = sheet.getRow(row).getCell(column);
          assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
          figures.add(Long.toString((long) cell.getNumericCellValue()));
        }
      }
      assertThat(figures).containsExactlyElementsOf(TestReports.distinctFigures());
    }
  }

  @Test
  void merges_the_cells_of_the_form_and_no_others() throws IOException {
    FormTable form = SectionContent.of(TestReports.linxian()).get(2).tables().get(0);
    List<String> merged =
        form.cells().stream()
            .filter(cell -> cell.rows() * cell.columns() > 1)
            .map(
                cell ->
                    new CellRangeAddress(
                            FIRST_ROW + cell.row(),
                            FIRST_ROW + cell.row() + cell.rows() - 1,
                            cell.column(),
                            cell.column() + cell.columns() - 1)
                        .formatAsString())
            .toList();
    try (XSSFWorkbook workbook = read(TestReports.linxian())) {
      XSSFSheet sheet = workbook.getSheetAt(1);
      assertThat(sheet.getMergedRegions())
          .extracting(CellRangeAddress::formatAsString)
          .containsAll(merged)
          .hasSize(merged.size() + 2);
      assertThat(sheet.getRow(FIRST_ROW).getCell(0).getStringCellValue()).contains("勾稽关系");
    }
  }

  @Test
  void heads_of_columns_are_broken_where_the_form_breaks_them() throws IOException {
    try (XSSFWorkbook workbook = read(TestReports.linxian())) {
      XSSFSheet sheet = workbook.getSheetAt(1);
      Cell head = sheet.getRow(FIRST_ROW + 2).getCell(6);
      assertThat(head.getStringCellValue()).isEqualTo("社会\n公益\n组织");
      assertThat(head.getCellStyle().getWrapText()).isTrue();
      assertThat(sheet.getRow(FIRST_ROW + 2).getHeightInPoints()).isGreaterThan(3 * 13);
    }
  }

  /** Unless it is told otherwise, a spreadsheet shows ten digits, and it keeps fifteen. */
  @ParameterizedTest
  @CsvSource({
    "24252.311082, NUMERIC",
    "0.000001, NUMERIC",
    "24252.5, NUMERIC",
    "24252, NUMERIC",
    "123456789.123456, NUMERIC",
    "123456789012.345678, STRING"
  })
  void shows_every_decimal_of_an_amount(String fees, CellType type) throws IOException {
    try (XSSFWorkbook workbook = read(TestReports.charging(fees))) {
      List<Cell> shown = new ArrayList<>();
      for (Row row : workbook.getSheet("二、主动公开政府信息情况")) {
        for (Cell cell : row) {
          if (new DataFormatter(Locale.ROOT).formatCellValue(cell).equals(fees)) {
            shown.add(cell);
          }
        }
      }
      assertThat(shown).extracting(Cell::getCellType).containsExactly(type);
    }
  }

  @Test
  void a_name_that_looks_like_a_formula_is_text() throws IOException {
    String evil = "=HYPERLINK(\"http://example.org\",\"x\")";
    try (XSSFWorkbook workbook = read(TestReports.with(evil, List.of("@SUM(1+1)")))) {
      Cell title = workbook.getSheetAt(0).getRow(0).getCell(0);
      assertThat(title.getCellType()).isEqualTo(CellType.STRING);
      assertThat(title.getStringCellValue()).startsWith("'" + evil);
      workbook.forEach(
          sheet ->
              sheet.forEach(
                  row ->
                      row.forEach(
                          cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA))));
    }
  }

  @Test
  void equal_reports_give_equal_bytes() {
    AnnualReport report = TestReports.linxian();
    byte[] first = new XlsxDocument().render(report);
    assertThat(Arrays.equals(new XlsxDocument().render(report), first)).isTrue();
  }

  private static XSSFWorkbook read(AnnualReport report) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(new XlsxDocument().render(report)));
  }
}
