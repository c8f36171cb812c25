package disclosure.requests.ledger.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.TestDirectory;
import disclosure.requests.ledger.TestLedgers;
import disclosure.requests.registration.ApplicationsIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What offices write into sheets beside applications, and instead of what they don't know yet. */
@Tag("slow")
@QuarkusTest
class OfficeHabitsIT {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String[] HEADINGS = {
    "序号", "登记编号", "收到日期", "收到方式", "申请人类型", "姓名", "联系电话", "答复日期", "处理结果"
  };

  private final String organ = TestOrgans.fresh();

  @BeforeEach
  void organ() {
    TestDirectory.put(organ, "某县自然资源局", "DEPARTMENT", "");
  }

  @Test
  void months_without_an_application_and_who_signed_are_listed_and_no_applications()
      throws IOException {
    byte[] workbook = workbook();
    post(workbook, XLSX, "&dryRun=true")
        .then()
        .statusCode(200)
        .body("problems", empty())
        .body("total", equalTo(2))
        .body("skipped.sheet", contains("1月", "1月", "2月", "2月", "3月"))
        .body("skipped.row", contains(5, 6, 3, 4, 3))
        .body("skipped.reason", contains("签署行", "说明行", "注明没有申请的行", "签署行", "注明没有申请的行"));
    assertThat(finished(post(workbook, XLSX, "")).getInt("skipped")).isEqualTo(5);
    assertThat(state("concat_ws(' ', source_reference, received_on, status, outcome)"))
        .isEqualTo("号1 2025-01-06 CONCLUDED DISCLOSED, 号2 2025-01-12 IN_PROGRESS");
  }

  @Test
  void steps_happen_in_the_order_of_their_days_whatever_that_of_the_columns() {
    String headings = "登记编号,收到日期,收到方式,申请人类型,征求第三方意见日期,第三方答复日期,第三方意见,延期告知日期,延长工作日数,答复日期,处理结果\n";
    String march = "号1,2025-03-03,当面,公民,2025-03-05,,,2025-03-20,20,,\n";
    String april = "号1,2025-03-03,当面,公民,2025-03-05,2025-03-25,同意,2025-03-20,20,2025-04-20,公开\n";
    finished(post((headings + march).getBytes(StandardCharsets.UTF_8), "text/csv", ""));
    dryRun(headings + april)
        .then()
        .body("problems", empty())
        .body("changes.code", contains("steps-appended"));
    JsonPath grown =
        finished(post((headings + april).getBytes(StandardCharsets.UTF_8), "text/csv", ""));
    assertThat(grown.getInt("appended")).isEqualTo(1);
    finished(
        post(
            (headings + april.replace("号1", "号2")).getBytes(StandardCharsets.UTF_8),
            "text/csv",
            ""));
    assertThat(state("concat_ws(' ', source_reference, status, concluded_on)"))
        .isEqualTo("号1 CONCLUDED 2025-04-20, 号2 CONCLUDED 2025-04-20");
    dryRun(headings + april.replace("2025-03-25", "2025-03-04").replace("号1", "号3"))
        .then()
        .body("problems.code", contains("before-previous-step"))
        .body("problems.column", contains("F"));
  }

  @Test
  void no_fee_is_no_step_however_it_is_said() {
    String ledger =
        """
        登记编号,收到日期,收到方式,申请人类型,收费告知日期,收费方式,收费金额,缴费日期,缴费金额
        号1,2025-03-03,当面,公民,,,0,,0
        号2,2025-03-03,当面,公民,,,0.00,,0元
        号3,2025-03-03,当面,公民,2025-03-06,按件,0,,
        """;
    dryRun(ledger)
        .then()
        .body("importable", equalTo(2))
        .body("problems.row", contains(4))
        .body("problems.code", contains("fee-not-positive"));
  }

  @Test
  void a_sheet_whose_headings_are_not_found_is_no_silence() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      Sheet june = workbook.createSheet("6月");
      cells(june.createRow(0), HEADINGS);
      cells(june.createRow(1), "1", "号1", "2025-06-03", "当面", "公民", "张三", "", "", "");
      Sheet july = workbook.createSheet("7月");
      for (int i = 0; i < 4; i++) {
        cells(
            july.createRow(i), "1", "号7" + i, "2025-07-0" + (i + 1), "当面", "公民", "李四", "", "", "");
      }
      cells(workbook.createSheet("说明").createRow(0), "本台账", "自", "2025-01-01", "起使用", "新表");
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      workbook.write(written);
      post(written.toByteArray(), XLSX, "&dryRun=true")
          .then()
          .statusCode(200)
          .body("importable", equalTo(1))
          .body("problems.code", contains("sheet-without-headings"))
          .body("problems.sheet", contains("7月"));
    }
  }

  @Test
  void what_is_under_way_has_no_outcome_unless_it_has_its_day() {
    String ledger =
        """
        登记编号,收到日期,收到方式,申请人类型,答复日期,处理结果
        号1,2024-01-05,当面,公民,,正在办理
        号2,2024-01-05,当面,公民,办理中,办理中
        号3,2024-01-05,当面,公民,/,结转下年度
        """;
    dryRun(ledger).then().body("problems", empty()).body("importable", equalTo(3));
    dryRun(ledger.replace("公民,,正在办理", "公民,2024-01-20,正在办理"))
        .then()
        .body("problems.column", contains("F"))
        .body("importable", equalTo(2));
  }

  @Test
  void days_as_clerks_type_them_are_in_the_year_of_the_table() {
    String ledger =
        """
        某某县2025年台账,,,,,
        登记编号,收到日期,收到方式,申请人类型,答复日期,处理结果
        号1,5.12,当面,公民,2025.5.20上午,公开
        号2,25.5.13,当面,公民,25年5月21日,公开
        号3,5月14日下午,当面,公民,2025-05-22 下午,公开
        """;
    finished(post(ledger.getBytes(StandardCharsets.UTF_8), "text/csv", ""));
    assertThat(state("concat_ws(' ', received_on, concluded_on)"))
        .isEqualTo("2025-05-12 2025-05-20, 2025-05-13 2025-05-21, 2025-05-14 2025-05-22");
    dryRun(
            """
            某某县2025年台账,,,
            登记编号,收到日期,收到方式,申请人类型
            号4,5.1,当面,公民
            号5,12.5.13,当面,公民
            """)
        .then()
        .body("importable", equalTo(0))
        .body("problems.row", contains(3, 4))
        .body("problems.code", contains("cell-day-cut-short", "cell-not-a-day"));
  }

  @Test
  void a_ledger_without_a_sound_row_is_told_what_is_wrong_with_each_also_where_those_would_do() {
    byte[] ledger =
        "登记编号,收到日期,收到方式,申请人类型\n号\0一,2024-01-05,当面,公民\n号2,2024-02-30,当面,公民\n"
            .getBytes(StandardCharsets.UTF_8);
    for (String more : new String[] {"", "&soundOnly=true"}) {
      post(ledger, "text/csv", more)
          .then()
          .statusCode(422)
          .body("errors.field", contains("A2", "B3"))
          .body("errors.code", contains("not-plain-text", "cell-not-a-day"));
    }
  }

  @Test
  void a_number_in_the_place_of_a_name_is_named_and_not_quoted() {
    dryRun(
            """
            登记编号,收到日期,收到方式,申请人类型,姓名,联系电话
            号1,2024-01-05,当面,公民,138 0013 8000,张三
            号2,2024-01-05,当面,公民,0358-4422345,李四
            号3,2024-01-05,当面,公民,张三,13800138000
            号4,2024-01-05,当面,企业,360公司,4008123123
            """)
        .then()
        .body("problems.row", contains(2, 3))
        .body("problems.heading", contains("姓名", "姓名"))
        .body("problems[0].message", containsString("填颠倒"))
        .body(not(containsString("13800138000")))
        .body("importable", equalTo(2));
  }

  @Test
  void a_column_for_each_type_and_outcome_with_a_tick_in_it_is_read_as_one_with_words()
      throws IOException {
    byte[] workbook = ticked();
    post(workbook, XLSX, "&dryRun=true")
        .then()
        .body("problems.row", contains(6, 7, 7))
        .body("problems.heading", contains("申请人类型", "申请人类型", "处理结果"))
        .body("importable", equalTo(3))
        .body("ignoredHeadings", empty())
        .body("columns.heading", hasItems("自然人", "商业企业", "其他", "予以公开", "信息不存在"));
    finished(post(workbook, XLSX, "&soundOnly=true"));
    assertThat(state("concat_ws(' ', source_reference, applicant_type, outcome)"))
        .isEqualTo(
            "号1 NATURAL_PERSON DISCLOSED, 号2 COMMERCIAL_ENTERPRISE NOT_HELD, 号3"
                + " OTHER_ORGANIZATION");
  }

  @Test
  void choices_below_another_heading_are_not_how_it_came_in() throws IOException {
    String[] upper = {"登记编号", "收到日期", "申请人类型", "信息提供方式", "", "答复日期", "处理结果"};
    String[] lower = {"", "", "", "邮寄", "电子邮件", "", ""};
    post(two(upper, lower, "号1", "2024-01-05", "公民", "", "√", "", ""), XLSX, "&dryRun=true")
        .then()
        .body("importable", equalTo(0))
        .body("problems.heading", contains("收到方式"));
    upper[3] = "送达方式";
    upper[2] = "收到方式";
    String[] withType = {"登记编号", "收到日期", "收到方式", "送达方式", "", "申请人类型"};
    post(
            two(
                withType,
                new String[] {"", "", "", "邮寄", "网络", ""},
                "号1",
                "2024-01-05",
                "当面",
                "",
                "√",
                "公民"),
            XLSX,
            "&dryRun=true")
        .then()
        .body("importable", equalTo(0))
        .body("problems.heading", contains("送达方式网络"));
  }

  @Test
  void a_tick_below_a_group_of_outcomes_is_a_question() {
    dryRun(
            """
            登记编号,收到日期,收到方式,申请人类型,答复日期,予以公开,部分公开,不予公开,无法提供
            号1,2024-01-05,当面,公民,2024-01-20,√,,,
            号2,2024-01-05,当面,公民,2024-01-20,,,√,
            号3,2024-01-05,当面,公民,,,,√,
            """)
        .then()
        .body("importable", equalTo(1))
        .body("problems.row", hasItems(3, 4));
  }

  @Test
  void how_far_an_application_has_got_is_no_signature() {
    String ledger =
        """
        状态,登记编号,收到日期,收到方式,申请人类型
        审核,号1,2024-01-05,当面,公民
        统计,号2,2024-01-08,网站,公民
        审核,张三,,,
        统计,李四,2024-02-01,,
        """;
    dryRun(ledger)
        .then()
        .body("importable", equalTo(2))
        .body("skipped.row", contains(4, 5))
        .body("skipped.reason", contains("签署行", "签署行"));
  }

  @Test
  void a_third_party_that_never_answered_has_no_day_of_an_answer() {
    dryRun(
            """
            登记编号,收到日期,收到方式,申请人类型,征求第三方意见日期,第三方答复日期,第三方意见
            号1,2024-01-05,当面,公民,2024-01-08,,逾期未答复
            号2,2024-01-05,当面,公民,2024-01-08,,不同意
            """)
        .then()
        .body("importable", equalTo(1))
        .body("problems.row", contains(3))
        .body("problems.heading", contains("第三方答复日期"));
  }

  @Test
  void what_is_deemed_abandoned_is_so_for_want_of_what_was_asked_for() {
    String ledger =
        """
        登记编号,收到日期,收到方式,申请人类型,补正告知日期,补正期限,收到补正日期,收费告知日期,收费方式,收费金额,缴费日期,缴费金额,答复日期,处理结果
        号1,2024-01-05,当面,公民,2024-01-08,2024-01-20,,,,,,,2024-02-20,视为放弃申请
        号2,2024-01-05,当面,公民,,,,2024-01-08,按件,100,,,2024-03-20,视为放弃申请，不再处理
        号3,2024-01-05,当面,公民,2024-01-08,2024-01-20,2024-01-15,2024-01-18,按件,100,,,2024-03-20,其他处理（视为放弃申请）
        号4,2024-01-05,当面,公民,,,,,,,,,2024-02-20,视为放弃申请
        号5,2024-01-05,当面,公民,2024-01-08,2024-01-20,,2024-01-18,按件,100,,,2024-03-20,视为放弃
        号6,2024-01-05,当面,公民,,,,,,,,,2024-02-20,视为放弃申请（逾期不缴费）
        """;
    dryRun(ledger)
        .then()
        .body("problems.row", contains(5, 6))
        .body("problems.column", contains("N", "N"))
        .body(
            "problems.code",
            contains("cell-abandoned-for-want-of-what", "cell-abandoned-for-want-of-what"));
    finished(post(ledger.getBytes(StandardCharsets.UTF_8), "text/csv", "&soundOnly=true"));
    assertThat(state("concat_ws(' ', source_reference, outcome)"))
        .isEqualTo("号1 CORRECTION_OVERDUE, 号2 FEE_OVERDUE, 号3 FEE_OVERDUE, 号6 FEE_OVERDUE");
  }

  @Test
  void what_stands_beside_an_empty_cell_in_a_column_that_another_one_beats_is_no_silence() {
    dryRun(
            """
            登记编号,收到日期,收到方式,申请人类型,答复日期,办结日期,处理结果
            号1,2024-01-05,当面,公民,,2024-01-20,
            号2,2024-01-05,当面,公民,2024-01-19,2024-01-20,公开
            号3,2024-01-05,当面,公民,/,办理中,/
            """)
        .then()
        .body("problems.row", contains(2))
        .body("problems.column", contains("F"))
        .body("problems.heading", contains("办结日期"))
        .body("problems.code", contains("cell-beside-empty-one"))
        .body("problems[0].message", equalTo("“答复日期”一列为空，而此列有内容，没有读取；请把内容移到“答复日期”一列"))
        .body("importable", equalTo(2));
  }

  private static byte[] two(String[] upper, String[] lower, String... row) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      Sheet sheet = workbook.createSheet("2024年");
      cells(sheet.createRow(0), upper);
      cells(sheet.createRow(1), lower);
      for (int i = 0; i < upper.length; i++) {
        if (i > 0 && upper[i].isEmpty()) {
          sheet.addMergedRegion(new CellRangeAddress(0, 0, i - 1, i));
        }
      }
      cells(sheet.createRow(2), row);
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  /** Two rows of headings, and of the five rows two that nobody can understand. */
  private static byte[] ticked() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      Sheet sheet = workbook.createSheet("2024年");
      cells(sheet.createRow(0), "登记编号", "收到日期", "收到方式", "申请人类型", "", "", "答复日期", "处理结果", "", "");
      cells(sheet.createRow(1), "", "", "", "自然人", "商业企业", "其他", "", "予以公开", "信息不存在", "其他");
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 3, 5));
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 7, 9));
      cells(sheet.createRow(2), "号1", "2024-01-05", "当面", "√", "", "", "2024-01-20", "√", "", "");
      cells(sheet.createRow(3), "号2", "2024-01-05", "网站", "", "✓", "×", "2024-01-21", "", "√", "");
      cells(sheet.createRow(4), "号3", "2024-01-05", "网站", "", "", "√", "", "", "", "");
      cells(sheet.createRow(5), "号4", "2024-01-05", "网站", "√", "√", "", "", "", "", "");
      cells(sheet.createRow(6), "号5", "2024-01-05", "网站", "张三", "", "", "2024-01-21", "√", "√", "");
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] workbook() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      Sheet january = sheet(workbook, "1月");
      cells(january.createRow(2), "1", "号1", "1.06", "当面", "公民", "张三", "13800138000", "1.24", "公开");
      cells(january.createRow(3), "2", "号2", "1月12日", "网站", "公民", "李四", "", "", "办理中");
      cells(january.createRow(4), "审核人", "赵六", "", "填表人", "王五");
      cells(january.createRow(5), "制表日期：2025年2月5日");
      Sheet february = sheet(workbook, "2月");
      cells(february.createRow(2), "本月无申请");
      february.addMergedRegion(new CellRangeAddress(2, 2, 0, 8));
      cells(february.createRow(3), "统计", "王五", "2025.3.3");
      Sheet march = sheet(workbook, "3月");
      cells(march.createRow(2), "1", "无", "无", "/", "/", "", "", "", "无");
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static Sheet sheet(XSSFWorkbook workbook, String name) {
    Sheet sheet = workbook.createSheet(name);
    sheet.createRow(0).createCell(0).setCellValue("某县自然资源局2025年依申请公开台账");
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 8));
    cells(sheet.createRow(1), HEADINGS);
    return sheet;
  }

  private static void cells(Row row, String... texts) {
    for (int i = 0; i < texts.length; i++) {
      row.createCell(i).setCellValue(texts[i]);
    }
  }

  private Response dryRun(String csv) {
    return post(csv.getBytes(StandardCharsets.UTF_8), "text/csv", "&dryRun=true");
  }

  private Response post(byte[] file, String type, String more) {
    return ApplicationsIT.as(TestClient.RECORDER)
        .contentType(type)
        .body(file)
        .post("/ledger/imports?organ=" + organ + more);
  }

  private static JsonPath finished(Response order) {
    String id = order.then().statusCode(202).extract().path("id");
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> TestLedgers.imported(id), done -> done.getString("finishedAt") != null);
  }

  private String state(String columns) {
    return String.join(
        ", ",
        RegisterTables.texts(
            "SELECT "
                + columns
                + " FROM requests.application WHERE organ_code = '"
                + organ
                + "' ORDER BY source_reference"));
  }
}
