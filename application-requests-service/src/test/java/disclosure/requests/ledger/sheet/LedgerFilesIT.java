package disclosure.requests.ledger.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.TestDirectory;
import disclosure.requests.registration.ApplicationsIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file, and with a cell of it, is told by its code. */
@Tag("slow")
@QuarkusTest
class LedgerFilesIT {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String HEADINGS = "登记编号,收到日期,收到方式,申请人类型";
  private static final String SOUND = "号1,2024-03-04,当面,自然人";

  private final String organ = TestOrgans.fresh();

  @BeforeEach
  void organ() {
    TestDirectory.put(organ, "某县自然资源局", "DEPARTMENT", "");
  }

  @Test
  void a_file_that_is_no_ledger_or_too_much_of_one_is_refused_by_its_code() {
    refused(new byte[0], "file-required");
    refused(
        new byte[] {
          (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
        },
        "file-old-or-locked");
    refused(new byte[] {'P', 'K', 3, 4, 0, 1, 2, 3}, "file-unreadable");
    refused(
        (HEADINGS + "\n\"" + "长".repeat(1_100_000)).getBytes(StandardCharsets.UTF_8),
        "file-row-too-long");
    refused(
        (HEADINGS + "\n" + (SOUND + "\n").repeat(50_001)).getBytes(StandardCharsets.UTF_8),
        "ledger-has-too-many-rows");
    refused(
        (HEADINGS + "\n" + ("a".repeat(990_000) + "\n").repeat(13))
            .getBytes(StandardCharsets.UTF_8),
        "ledger-has-too-many-characters");
    byte[] tooLarge = new byte[20 * 1024 * 1024 + 1];
    Arrays.fill(tooLarge, (byte) 'a');
    refused(tooLarge, "file-too-large");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "某列,另一列|1,2|headings-not-found|",
        "登记编号,收到日期,收到方式|号1,2024-03-04,当面|column-missing|",
        HEADINGS + "|号1,2024-02-30,当面,自然人|cell-not-a-day|",
        HEADINGS + "|号1,3月4日,当面,自然人|cell-without-year|",
        "某县自然资源局2024年台账;"
            + HEADINGS
            + ",答复日期,处理结果|"
            + SOUND
            + ",3月1日,予以公开|cell-without-year-before-receipt|",
        HEADINGS + "|号1,2024-03-04,飞鸽,自然人|cell-not-understood|当面",
        HEADINGS + ",申请人|" + SOUND + ",13800000000|name-is-a-number|",
        HEADINGS + ",收费告知日期,收费方式,收费金额|" + SOUND + ",2024-03-05,按件,一百|cell-not-an-amount|",
        HEADINGS + ",延期告知日期,延长工作日数|" + SOUND + ",,10|cell-required|",
        HEADINGS + ",延期告知日期,延长工作日数|" + SOUND + ",2024-03-05,|cell-required-with-day|",
        HEADINGS + ",延期告知日期,延长工作日数|" + SOUND + ",2024-03-05,十|not-an-integer|",
        HEADINGS + ",延期通知|" + SOUND + ",2024-03-05|heading-not-understood|",
        "登记号,受理号,收到日期,收到方式,申请人类型|1,2,2024-03-04,当面,自然人|headings-ambiguous|"
      })
  void a_cell_or_heading_that_can_not_be_read_is_told_by_its_code(
      String headings, String row, String code, String expected) {
    ValidatableResponse answer =
        check(
                "text/csv",
                (headings.replace(";", "\n") + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8))
            .statusCode(200);
    assertThat(answer.extract().<List<String>>path("problems.code")).contains(code);
    if (expected != null) {
      assertThat(answer.extract().<List<String>>path("problems[0].expected.oneOf"))
          .contains(expected);
    }
  }

  @Test
  void a_cell_that_does_not_say_what_was_typed_is_told_by_its_code() throws Exception {
    check(XLSX, workbook())
        .statusCode(200)
        .body("problems.code", contains("cell-with-failed-formula", "cell-not-calculated"));
  }

  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet("2024年台账");
      fill(sheet.createRow(0), HEADINGS + ",申请内容");
      XSSFRow failed = sheet.createRow(1);
      fill(failed, SOUND);
      failed.createCell(4).setCellErrorValue(FormulaError.REF);
      XSSFRow formula = sheet.createRow(2);
      fill(formula, SOUND.replace("号1", "号2"));
      formula.createCell(4).setCellFormula("1+1");
      workbook.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static void fill(XSSFRow row, String cells) {
    String[] texts = cells.split(",");
    for (int i = 0; i < texts.length; i++) {
      row.createCell(i).setCellValue(texts[i]);
    }
  }

  private void refused(byte[] file, String code) {
    check("text/csv", file).statusCode(400).body("errors.code", contains(code));
  }

  private ValidatableResponse check(String type, byte[] file) {
    return ApplicationsIT.as(TestClient.RECORDER)
        .contentType(type)
        .body(file)
        .post("/ledger/imports?dryRun=true&organ=" + organ)
        .then();
  }
}
