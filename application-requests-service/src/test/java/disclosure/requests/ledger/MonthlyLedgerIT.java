package disclosure.requests.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.TestDirectory;
import disclosure.requests.registration.ApplicationsIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A workbook as an office keeps it through a year: a sheet for each month with a title, headings in
 * two merged rows, sums and notes, days written as they come, one month in the days of 1904. It is
 * taken over twelve times, and in the end says what the same year says that was posted over HTTP.
 */
@Tag("slow")
@QuarkusTest
class MonthlyLedgerIT {

  private static final int YEAR = 2024;
  private static final int ROWS = 500;

  /** From this month on the office has other values in some rows of the first half year. */
  private static final int MENDED = 9;

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final String organ = TestOrgans.fresh();
  private final String other = TestOrgans.fresh();

  @Test
  void twelve_imports_of_a_growing_workbook_say_what_the_same_year_says_over_http()
      throws IOException {
    TestDirectory.put(organ, "某县自然资源局", "DEPARTMENT", "");
    TestDirectory.put(other, "某县水务局", "DEPARTMENT", "");
    int before = 0;
    for (int month = 1; month <= 12; month++) {
      JsonPath done = imported(workbook(month));
      int rows = upTo(month).size();
      int changed = month == MENDED ? (int) upTo(month).stream().filter(Fact::isMended).count() : 0;
      assertThat(done.getInt("total")).as("month %d", month).isEqualTo(rows);
      assertThat(done.getInt("registered")).as("month %d", month).isEqualTo(rows - before);
      assertThat(done.getInt("differing")).as("month %d", month).isEqualTo(changed);
      assertThat(done.getInt("refused") + done.getInt("setAside") + done.getInt("parked")).isZero();
      assertThat(done.getInt("appended")).as("month %d", month).isEqualTo(gained(month));
      if (month == MENDED) {
        upTo(month).stream().filter(Fact::isMended).forEach(this::mend);
      }
      before = rows;
    }
    JsonPath again = imported(workbook(12));
    assertThat(again.getInt("repeated")).isEqualTo(ROWS);

    upTo(12).forEach(this::post);
    assertThat(state(organ)).hasSize(ROWS).isEqualTo(state(other));
    assertThat(tally(organ)).isEqualTo(tally(other));
  }

  /** How many rows say more than a month before. */
  private static long gained(int month) {
    return upTo(month - 1).stream()
        .filter(fact -> fact.stepsIn(month).size() > fact.stepsIn(month - 1).size())
        .count();
  }

  private static List<Fact> upTo(int month) {
    return IntStream.range(0, ROWS).mapToObj(Fact::new).filter(f -> f.month() <= month).toList();
  }

  /** What happened with one application. */
  private record Fact(int number) {

    int month() {
      return number * 12 / ROWS + 1;
    }

    String reference() {
      return "LX" + YEAR + "-" + number;
    }

    LocalDate firstReceivedOn() {
      return LocalDate.of(YEAR, month(), 5 + number % 8);
    }

    boolean isMended() {
      return month() <= 6 && (number % 50 == 3 || number % 50 == 7);
    }

    boolean hasAnotherDay() {
      return isMended() && number % 50 == 3;
    }

    LocalDate receivedOn(int asOf) {
      return hasAnotherDay() && asOf >= MENDED ? firstReceivedOn().plusDays(1) : firstReceivedOn();
    }

    boolean isCorrected() {
      return number % 11 == 5;
    }

    boolean isExtended() {
      return number % 7 == 2;
    }

    Optional<LocalDate> answeredOn(int asOf) {
      return asOf > month()
          ? Optional.of(LocalDate.of(YEAR, month() + 1, 10 + number % 9))
          : Optional.empty();
    }

    boolean isDisclosed(int asOf) {
      return number % 2 == 0 || isMended() && !hasAnotherDay() && asOf >= MENDED;
    }

    /** In JSON, as far as the office knows them at the end of a month. */
    List<String> stepsIn(int asOf) {
      List<String> steps = new ArrayList<>();
      if (isCorrected()) {
        steps.add(
            step(
                "CORRECTION_REQUESTED",
                firstReceivedOn().plusDays(3),
                ",\"deadline\":\"" + firstReceivedOn().plusDays(33) + "\""));
        if (asOf > month()) {
          steps.add(step("CORRECTION_RECEIVED", LocalDate.of(YEAR, month() + 1, 2), ""));
        }
      }
      if (isExtended() && asOf > month()) {
        steps.add(step("EXTENDED", LocalDate.of(YEAR, month() + 1, 3), ",\"workingDays\":10"));
      }
      answeredOn(asOf)
          .map(
              day ->
                  step(
                      "CONCLUDED",
                      day,
                      ",\"outcome\":\"" + (isDisclosed(asOf) ? "DISCLOSED" : "NOT_HELD") + "\""))
          .ifPresent(steps::add);
      return steps;
    }

    private static String step(String type, LocalDate on, String more) {
      return "{\"type\":\"" + type + "\",\"on\":\"" + on + "\"" + more + "}";
    }
  }

  private void post(Fact fact) {
    ApplicationsIT.post(
            """
            {"organCode":"%s","sourceReference":"%s","receivedOn":"%s","channel":"%s",
             "imported":true,"applicant":{"type":"%s","name":"申请人%d"},"subject":"第%d号批复",
             "steps":[%s]}"""
                .formatted(
                    other,
                    fact.reference(),
                    fact.receivedOn(12),
                    fact.number() % 3 == 0 ? "POST" : "ONLINE",
                    fact.number() % 4 == 0 ? "COMMERCIAL_ENTERPRISE" : "NATURAL_PERSON",
                    fact.number(),
                    fact.number(),
                    String.join(",", fact.stepsIn(12))))
        .then()
        .statusCode(201);
  }

  /** As the import asks for it: in the register, by a step. */
  private void mend(Fact fact) {
    String id =
        RegisterTables.texts(
                "SELECT id::text FROM requests.application WHERE organ_code = '"
                    + organ
                    + "' AND reference_key = '"
                    + fact.reference().toLowerCase(Locale.ROOT)
                    + "'")
            .get(0);
    String step =
        fact.hasAnotherDay()
            ? "{\"type\":\"RECEIPT_CORRECTED\",\"on\":\"%s\",\"reason\":\"录入错误\",\"receivedOn\":\"%s\"}"
                .formatted(LocalDate.of(YEAR, MENDED, 30), fact.receivedOn(MENDED))
            : "{\"type\":\"CONCLUDED\",\"on\":\"%s\",\"outcome\":\"DISCLOSED\",\"corrects\":%d}"
                .formatted(fact.answeredOn(MENDED).orElseThrow(), fact.stepsIn(MENDED).size());
    ApplicationsIT.as(TestClient.RECORDER)
        .body(step)
        .post("/applications/" + id + "/steps")
        .then()
        .statusCode(200);
  }

  /** The workbook as it is at the end of a month. */
  private static byte[] workbook(int asOf) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      if (asOf % 4 == 0) {
        workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
      }
      CellStyle day = workbook.createCellStyle();
      day.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
      for (int month = 1; month <= asOf; month++) {
        Sheet sheet = workbook.createSheet(month + "月");
        headings(sheet, month);
        int line = 3;
        for (Fact fact : upTo(month)) {
          if (fact.month() == month) {
            row(sheet.createRow(line), fact, asOf, day, line - 2);
            line++;
          }
        }
        Row sum = sheet.createRow(line);
        sum.createCell(0).setCellValue("小计");
        sum.createCell(2).setCellValue(line - 3);
        sheet.createRow(line + 1).createCell(0).setCellValue("备注：以收到日期为准");
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static void headings(Sheet sheet, int month) {
    sheet.createRow(0).createCell(0).setCellValue("某县自然资源局" + YEAR + "年" + month + "月依申请公开台账");
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 12));
    Row upper = sheet.createRow(1);
    Row lower = sheet.createRow(2);
    String[] above = {
      "序号", "登记编号", "收到日期", "收到方式", "申请人", "", "申请内容", "补正", "", "", "办理情况", "", "", ""
    };
    String[] below = {
      "", "", "", "", "姓名", "类型", "", "补正告知日期", "补正期限", "收到补正日期", "延期告知日期", "延长工作日数", "答复日期", "处理结果"
    };
    for (int i = 0; i < above.length; i++) {
      if (!above[i].isEmpty()) {
        upper.createCell(i).setCellValue(above[i]);
      }
      if (below[i].isEmpty()) {
        sheet.addMergedRegion(new CellRangeAddress(1, 2, i, i));
      } else {
        lower.createCell(i).setCellValue(below[i]);
      }
    }
    sheet.addMergedRegion(new CellRangeAddress(1, 1, 4, 5));
    sheet.addMergedRegion(new CellRangeAddress(1, 1, 7, 9));
    sheet.addMergedRegion(new CellRangeAddress(1, 1, 10, 13));
  }

  private static void row(Row row, Fact fact, int asOf, CellStyle style, int serial) {
    int number = fact.number();
    row.createCell(0).setCellValue(serial);
    // One clerk types with another keyboard than the other.
    String reference = fact.reference();
    row.createCell(1)
        .setCellValue(
            asOf % 2 == 0 ? reference.replace("-", " － ").replace("LX", "ＬＸ") : reference);
    day(row.createCell(2), fact.receivedOn(asOf), number, style);
    row.createCell(3).setCellValue(number % 3 == 0 ? "EMS" : "网站");
    row.createCell(4).setCellValue("申请人" + number);
    row.createCell(5).setCellValue(number % 4 == 0 ? "企业" : "公民");
    row.createCell(6).setCellValue("第" + number + "号批复");
    if (fact.isCorrected()) {
      day(row.createCell(7), fact.firstReceivedOn().plusDays(3), number + 1, style);
      day(row.createCell(8), fact.firstReceivedOn().plusDays(33), number + 2, style);
      if (asOf > fact.month()) {
        day(row.createCell(9), LocalDate.of(YEAR, fact.month() + 1, 2), number + 3, style);
      }
    }
    if (fact.isExtended() && asOf > fact.month()) {
      day(row.createCell(10), LocalDate.of(YEAR, fact.month() + 1, 3), number, style);
      row.createCell(11).setCellValue("10个工作日");
    }
    fact.answeredOn(asOf)
        .ifPresent(
            answered -> {
              day(row.createCell(12), answered, number + 1, style);
              row.createCell(13).setCellValue(fact.isDisclosed(asOf) ? "公开" : "不掌握");
            });
  }

  private static void day(Cell cell, LocalDate day, int way, CellStyle style) {
    switch (way % 4) {
      case 0 -> {
        cell.setCellValue(day);
        cell.setCellStyle(style);
      }
      case 1 -> cell.setCellValue(day.getMonthValue() + "月" + day.getDayOfMonth() + "日");
      case 2 -> cell.setCellValue(YEAR + "." + day.getMonthValue() + "." + day.getDayOfMonth());
      default -> cell.setCellValue(day.toString());
    }
  }

  private JsonPath imported(byte[] workbook) {
    Response order =
        ApplicationsIT.as(TestClient.RECORDER)
            .contentType(XLSX)
            .body(workbook)
            .post("/ledger/imports?organ=" + organ);
    assertThat(order.statusCode()).as(order.asString()).isEqualTo(202);
    String id = order.path("id");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> TestLedgers.imported(id).getString("finishedAt") != null);
    return TestLedgers.imported(id);
  }

  /** All that the register knows of the applications but who recorded them and when. */
  private static List<String> state(String organ) {
    return RegisterTables.texts(
        "SELECT concat_ws(' ', reference_key, received_on, channel, applicant_type, status, outcome,"
            + " concluded_on, due_on, answer_due_on, working_days, extended, subject,"
            + " encode(name_digest, 'hex')) FROM requests.application WHERE organ_code = '"
            + organ
            + "' ORDER BY reference_key");
  }

  private static Object tally(String organ) {
    return ApplicationsIT.as(TestClient.ANALYST)
        .get("/tally?year=" + YEAR + "&organ=" + organ)
        .jsonPath()
        .getList("rows");
  }
}
