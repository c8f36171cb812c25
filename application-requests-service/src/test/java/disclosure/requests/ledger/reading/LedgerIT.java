package disclosure.requests.ledger.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.TestDirectory;
import disclosure.requests.ledger.words.Column;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Spreadsheets as offices keep them. */
@Tag("slow")
@QuarkusTest
class LedgerIT {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final String organ = TestOrgans.fresh();

  @BeforeEach
  void organ() {
    TestDirectory.put(organ, "某县自然资源局", "DEPARTMENT", "");
  }

  @Test
  void forty_planted_mistakes_are_named_and_nothing_else_then_the_mended_ledger_is_imported_once()
      throws Exception {
    List<Object[]> rows = rows(500);
    Map<String, Object[]> planted = plant(rows);
    assertThat(planted).hasSize(40);
    byte[] spoilt = workbook(rows);

    JsonPath check = post(spoilt, "&dryRun=true").then().statusCode(200).extract().jsonPath();
    Set<String> named = new TreeSet<>();
    for (Map<String, Object> problem : check.<Map<String, Object>>getList("problems")) {
      assertThat(problem.get("sheet")).isEqualTo("2024年台账");
      assertThat(problem.get("message")).asString().matches("(?s).*\\p{IsHan}.*");
      named.add(problem.get("column") + "" + problem.get("row"));
    }
    assertThat(named).isEqualTo(new TreeSet<>(planted.keySet()));
    assertThat(check.getList("problems")).hasSize(40);
    assertThat(check.getInt("total")).isEqualTo(500);
    assertThat(check.getInt("importable")).isEqualTo(460);

    post(spoilt, "").then().statusCode(422).body("errors.size()", equalTo(40));
    assertThat(stored()).isZero();

    planted.forEach((place, mended) -> rows.set(rowOf(place), mended));
    byte[] sound = workbook(rows);
    post(sound, "&dryRun=true").then().body("problems", empty()).body("importable", equalTo(500));
    JsonPath done = imported(sound);
    assertThat(done.getInt("registered")).isEqualTo(500);
    assertThat(done.getInt("refused")).isZero();
    assertThat(stored()).isEqualTo(500);
    JsonPath again = imported(sound);
    assertThat(again.getInt("registered")).isZero();
    assertThat(again.getInt("repeated")).isEqualTo(500);
    assertThat(stored()).isEqualTo(500);
    post(sound, "&dryRun=true").then().body("repeated", equalTo(500));
    given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .get("/tally?organ=" + organ + "&year=2024")
        .then()
        .body("rows[0].total", equalTo(500));
    assertThat(
            RegisterTables.number(
                "SELECT count(*) FROM requests.outbox JOIN requests.application ON key ="
                    + " application.id::text WHERE organ_code = '"
                    + organ
                    + "'"))
        .isEqualTo(500);
    assertThat(
            RegisterTables.number(
                "SELECT count(*) FROM requests.ledger_part JOIN requests.ledger_import ON"
                    + " ledger_import.id = import_id WHERE organ_code = '"
                    + organ
                    + "'"))
        .isZero();
  }

  @Test
  void a_ledger_in_an_offices_own_words_is_understood() throws Exception {
    String csv =
        """
        某某县2024年依申请公开台账,,,,,,,,,,
        序号,受理编号,申请人,申请人类别,申请渠道,收到申请日期,所需信息内容,延期日期,延期天数,答复时间,答复类型
        1,（2024）第１号,张三,公民,网上,２０２４年１月５日,"征地批复
        含附件",2024.1.20,10天,2024/2/20,公开
        2,2024-2,某公司,企业,EMS,20240108,补偿方案,,,,
        3,2024-3,某所,律师事务所,现场,45300,"预算,决算",,,2024-1-30,不掌握
        ,,,,,,,,,,
        """;
    byte[] bytes = csv.getBytes(Charset.forName("GB18030"));
    post(bytes, "text/csv", "&dryRun=true")
        .then()
        .statusCode(200)
        .body("problems", empty())
        .body("total", equalTo(3))
        .body("ignoredHeadings", contains("序号"));
    String place = post(bytes, "text/csv", "").then().statusCode(202).extract().header("Location");
    finished(place);
    given()
        .auth()
        .oauth2(TestClient.RECORDER.token())
        .get("/applications?organ=" + organ)
        .then()
        .body("items.sourceReference", contains("2024-3", "2024-2", "（2024）第1号"))
        .body("items.outcome", contains("NOT_HELD", null, "DISCLOSED"))
        .body("items.channel", contains("IN_PERSON", "POST", "ONLINE"))
        .body(
            "items.applicantType",
            contains("LEGAL_SERVICE_PROVIDER", "COMMERCIAL_ENTERPRISE", "NATURAL_PERSON"))
        .body("items.receivedOn", contains("2024-01-09", "2024-01-08", "2024-01-05"))
        .body("items[2].extended", equalTo(true))
        .body("items[2].imported", equalTo(true))
        .body("items[2].subject", equalTo("征地批复 含附件"));
  }

  @Test
  void the_template_can_be_filled_in_and_imported() throws Exception {
    byte[] template =
        given()
            .auth()
            .oauth2(TestClient.RECORDER.token())
            .get("/ledger/template")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    ByteArrayOutputStream filled = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template))) {
      var sheet = workbook.getSheetAt(0);
      assertThat(sheet.getDataValidations()).hasSize(6);
      assertThat(workbook.getSheet("选项").getRow(21).getCell(2).getStringCellValue())
          .isEqualTo("其他");
      for (Column column : Column.values()) {
        assertThat(Column.of(sheet.getRow(0).getCell(column.ordinal()).getStringCellValue()))
            .contains(column);
      }
      for (int i = 1; i <= 21; i++) {
        var row = sheet.getRow(i) == null ? sheet.createRow(i) : sheet.getRow(i);
        row.createCell(Column.REFERENCE.ordinal()).setCellValue("模板" + i);
        row.createCell(Column.RECEIVED_ON.ordinal()).setCellValue("2024-03-01");
        row.createCell(Column.CHANNEL.ordinal()).setCellValue("当面");
        row.createCell(Column.APPLICANT_TYPE.ordinal()).setCellValue("自然人");
        row.createCell(Column.CORRECTION_REQUESTED_ON.ordinal()).setCellValue("2024-03-04");
        row.createCell(Column.CONCLUDED_ON.ordinal()).setCellValue("2024-03-20");
        row.createCell(Column.FEE_NOTIFIED_ON.ordinal()).setCellValue("2024-03-06");
        row.createCell(Column.FEE_BASIS.ordinal()).setCellValue("按量");
        row.createCell(Column.FEE_NOTIFIED.ordinal()).setCellValue(680);
        row.createCell(Column.OUTCOME.ordinal())
            .setCellValue(workbook.getSheet("选项").getRow(i).getCell(2).getStringCellValue());
      }
      workbook.write(filled);
    }
    post(filled.toByteArray(), "&dryRun=true")
        .then()
        .statusCode(200)
        .body("problems", empty())
        .body("importable", equalTo(21));
  }

  @Test
  void ten_thousand_rows_are_imported_with_progress() throws Exception {
    byte[] workbook = workbook(rows(10_000));
    String place = post(workbook, "").then().statusCode(202).extract().header("Location");
    JsonPath done = finished(place);
    assertThat(done.getInt("total")).isEqualTo(10_000);
    assertThat(done.getInt("registered")).isEqualTo(10_000);
    assertThat(stored()).isEqualTo(10_000);
  }

  @Test
  void what_is_no_ledger_is_refused_in_words() throws Exception {
    Map<byte[], String> files =
        Map.of(
            "".getBytes(StandardCharsets.UTF_8),
            "缺少文件",
            new byte[] {'P', 'K', 3, 4, 0, 1, 2, 3},
            "无法读取",
            zip(
                "[Content_Types].xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"),
            "无法读取",
            bomb(),
            "解压后过大");
    files.forEach(
        (file, words) ->
            post(file, "&dryRun=true")
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString(words)));
    post("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), "text/csv", "&dryRun=true")
        .then()
        .statusCode(200)
        .body("problems[0].message", containsString("没有找到台账的表头"));
    post(
            "登记编号,收到日期,收到方式\n1,2024-01-01,当面\n".getBytes(StandardCharsets.UTF_8),
            "text/csv",
            "&dryRun=true")
        .then()
        .body("problems.heading", contains("申请人类型"))
        .body(
            "problems.message",
            contains(
                "缺少此列；列名可以写作：申请人类型、申请人类别、申请主体类型、申请人性质、申请人分类、申请人身份、申请人属性、申请人身份类型"
                    + "、申请主体、申请主体类别、申请主体性质"));
    post(workbook(rows(1)), "&dryRun=x").then().statusCode(400);
    given()
        .auth()
        .oauth2(TestClient.OFFICE_RECORDER.token())
        .contentType(XLSX)
        .body(workbook(rows(1)))
        .post("/ledger/imports?organ=" + organ)
        .then()
        .statusCode(403)
        .body("errors.field", contains("organ"));
  }

  @Test
  void a_problem_never_repeats_what_is_about_persons_and_an_import_is_its_organs_own()
      throws Exception {
    List<Object[]> rows = rows(1);
    rows.get(0)[5] = "秘密".repeat(200);
    post(workbook(rows), "&dryRun=true")
        .then()
        .body("problems.column", contains("F"))
        .body(not(containsString("秘密")));
    String place = post(workbook(rows(1)), "").then().statusCode(202).extract().header("Location");
    finished(place);
    given().auth().oauth2(TestClient.OFFICE_RECORDER.token()).get(place).then().statusCode(404);
  }

  @Test
  void a_word_that_is_not_known_is_pointed_at_with_the_choices_and_not_quoted() throws Exception {
    List<Object[]> rows = rows(1);
    rows.get(0)[2] = "飞鸽";
    post(workbook(rows), "&dryRun=true")
        .then()
        .body("problems.column", contains("C"))
        .body("problems[0].message", equalTo("无法识别所填内容，可以填写：当面、邮寄、网络、传真、电子邮件"));
  }

  @Test
  void a_sheet_for_the_eye_is_read_with_its_two_rows_of_headings_its_sums_and_its_notes() {
    String csv =
        """
        某某县2024年依申请公开台账,,,,,,,,,
        序号,登记编号,收到日期,收到方式,申请人,,,办理情况,,
        ,,,,姓名,类型,电话,延期日期,答复日期,处理结果
        11月份,,,,,,,,,
        1,2024-1,11月5日,网站,张三,公民,138,,11月20日,不予公开（国家秘密）
        2,2024-2,12月30日,现场,某公司,企业,139,,1月8日,信息不存在
        ,合计,2件,,,,,,,
        序号,登记编号,收到日期,收到方式,姓名,类型,电话,延期日期,答复日期,处理结果
        3,2024-3,12月31日,邮政EMS,李四,个人,137,,,
        小计,,,1,,,,,,
        填表人：王五,,,,审核人：赵六,,,,,
        """;
    post(csv.getBytes(StandardCharsets.UTF_8), "text/csv", "&dryRun=true")
        .then()
        .body("problems", empty())
        .body("total", equalTo(3))
        .body("importable", equalTo(3))
        .body("skipped.row", contains(4, 7, 8, 10, 11))
        .body("skipped.reason", contains("月份标题行", "合计行", "重复的表头", "合计行", "说明行"));
    finished(post(csv.getBytes(StandardCharsets.UTF_8), "text/csv", "").header("Location"));
    given()
        .auth()
        .oauth2(TestClient.RECORDER.token())
        .get("/applications?organ=" + organ)
        .then()
        .body("items.sourceReference", contains("2024-3", "2024-2", "2024-1"))
        .body("items.concludedOn", contains(null, "2025-01-08", "2024-11-20"))
        .body("items.outcome", contains(null, "NOT_HELD", "STATE_SECRET"));
  }

  @Test
  void headings_that_leave_a_choice_are_a_question_and_the_exact_one_decides() {
    String rows = "1,2024-1-2,2024-1-5,当面,公民\n";
    post(
            ("登记编号,申请日期,收件日期,收到方式,申请人类型\n" + rows).getBytes(StandardCharsets.UTF_8),
            "text/csv",
            "&dryRun=true")
        .then()
        .body("importable", equalTo(0))
        .body("problems.heading", contains("收到日期"))
        .body("problems[0].message", containsString("“申请日期”（B列）、“收件日期”（C列）"));
    String exact = "登记编号,申请日期,收到日期,收到方式,申请人类型\n" + rows;
    finished(post(exact.getBytes(StandardCharsets.UTF_8), "text/csv", "").header("Location"));
    given()
        .auth()
        .oauth2(TestClient.RECORDER.token())
        .get("/applications?organ=" + organ)
        .then()
        .body("items.receivedOn", contains("2024-01-05"));
  }

  @Test
  void a_day_without_a_year_is_none_where_no_title_names_one() {
    post(
            "登记编号,收到日期,收到方式,申请人类型\n1,3月5日,当面,公民\n".getBytes(StandardCharsets.UTF_8),
            "text/csv",
            "&dryRun=true")
        .then()
        .body("problems.message", contains("“3月5日”没有年份，请写明年份，或者在表格标题中写明年度"));
  }

  @Test
  void sound_rows_are_taken_though_others_are_not_when_that_is_asked_for() {
    String ledger = "登记编号,收到日期,收到方式,申请人类型\n号1,2024-01-05,当面,公民\n号2,2024-01-05,飞鸽,公民\n";
    byte[] bytes = ledger.getBytes(StandardCharsets.UTF_8);
    post(bytes, "text/csv", "").then().statusCode(422);
    JsonPath done =
        finished(post(bytes, "text/csv", "&soundOnly=true").then().extract().header("Location"));
    assertThat(done.getInt("registered")).isOne();
  }

  @Test
  void a_ledger_is_given_back_with_what_is_wrong_beside_each_row() throws Exception {
    List<Object[]> rows = rows(2);
    rows.get(1)[2] = "飞鸽";
    byte[] marked =
        given()
            .auth()
            .oauth2(TestClient.RECORDER.token())
            .contentType(XLSX)
            .body(workbook(rows))
            .post("/ledger/problems?organ=" + organ)
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(marked))) {
      var sheet = workbook.getSheet("2024年台账");
      int last = sheet.getRow(1).getLastCellNum() - 1;
      assertThat(sheet.getRow(1).getCell(last).getStringCellValue()).isEqualTo("问题");
      assertThat(sheet.getRow(2).getCell(last)).isNull();
      assertThat(sheet.getRow(3).getCell(last).getStringCellValue()).startsWith("收到方式：无法识别所填内容");
    }
    assertThat(stored()).isZero();
    post(marked, "&dryRun=true")
        .then()
        .body("total", equalTo(2))
        .body("problems.column", contains("C"))
        .body("ignoredHeadings", contains("问题"));
    given()
        .auth()
        .oauth2(TestClient.OFFICE_RECORDER.token())
        .contentType(XLSX)
        .body(marked)
        .post("/ledger/problems?organ=" + organ)
        .then()
        .statusCode(403);
  }

  @Test
  void the_registers_own_export_changes_nothing() throws Exception {
    imported(workbook(rows(1)));
    byte[] export =
        given()
            .auth()
            .oauth2(TestClient.RECORDER.token())
            .get("/applications/export?organ=" + organ)
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    post(export, "text/csv", "&dryRun=true")
        .then()
        .body("problems", empty())
        .body("importable", equalTo(0))
        .body("skipped.reason", contains("登记簿自己导出的表，未作改动"));
  }

  private JsonPath imported(byte[] workbook) {
    return finished(post(workbook, "").then().statusCode(202).extract().header("Location"));
  }

  private static JsonPath finished(String place) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                given().auth().oauth2(TestClient.RECORDER.token()).get(place).path("finishedAt")
                    != null);
    return given().auth().oauth2(TestClient.RECORDER.token()).get(place).jsonPath();
  }

  private Response post(byte[] file, String more) {
    return post(file, XLSX, more);
  }

  private Response post(byte[] file, String type, String more) {
    return given()
        .auth()
        .oauth2(TestClient.RECORDER.token())
        .contentType(type)
        .body(file)
        .post("/ledger/imports?organ=" + organ + more);
  }

  private long stored() {
    return RegisterTables.number(
        "SELECT count(*) FROM requests.application WHERE organ_code = '" + organ + "'");
  }

  /** Columns A to N of the ledger below. */
  private static final List<String> HEADINGS =
      List.of(
          "登记编号", "收到日期", "收到方式", "申请人类型", "申请人", "证件号码", "联系方式", "申请内容", "补正告知日期", "补正期限",
          "收到补正日期", "延期告知日期", "延长工作日数", "答复日期", "处理结果");

  private static List<Object[]> rows(int count) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean corrected = i % 5 == 0;
      boolean extended = i % 7 == 0;
      rows.add(
          new Object[] {
            "号" + i,
            i % 3 == 0 ? "2024-01-08" : i % 3 == 1 ? "2024年1月8日" : 45299,
            i % 2 == 0 ? "网络" : "邮寄",
            i % 4 == 0 ? "商业企业" : "自然人",
            "李四" + i,
            "141124199001011234",
            "13800000000",
            "土地批复" + i,
            corrected ? "2024-01-10" : "",
            corrected ? "2024-01-31" : "",
            corrected ? "2024-01-15" : "",
            extended ? "2024-01-22" : "",
            extended ? 10 : "",
            "2024-01-26",
            i % 2 == 0 ? "予以公开" : "本机关不掌握相关政府信息"
          });
    }
    return rows;
  }

  /** Spoils cells, and gives what the rows were, by the place of the mistake. */
  private static Map<String, Object[]> plant(List<Object[]> rows) {
    Map<String, Object[]> planted = new java.util.LinkedHashMap<>();
    Object[][] mistakes = {
      {1, "2024-02-30"},
      {1, "去年"},
      {1, ""},
      {1, "2031-01-01"},
      {1, "1990-01-01"},
      {2, "飞鸽"},
      {2, ""},
      {3, "外星人"},
      {3, ""},
      {5, "长".repeat(65)},
      {5, 1.41124199001011234E17},
      {7, "长".repeat(4_001)},
      {4, "长".repeat(201)},
      {6, "长".repeat(501)},
      {0, ""},
      {0, "长".repeat(129)},
      {0, "号2"},
      {13, "2024-01-05"},
      {13, "某日"},
      {14, "不知道"},
      {14, ""},
      {13, ""},
      {13, "2024-99-01"},
      {14, "公开了"},
      {2, "123"},
      {3, "法人"},
      {1, "2024/13/1"},
      {1, "20240132"},
      {13, "2024年2月30日"},
      {0, " "},
      {1, "正月初五"},
      {2, "网络 邮寄"},
      {14, "已办结"},
      {3, "其他人"},
      {13, "2024-01-07"},
      {4, "名".repeat(300)},
      {14, "予以公开吗"},
      {2, "？"},
      {1, "2024"},
      {13, "二月"}
    };
    for (int i = 0; i < mistakes.length; i++) {
      int row = 11 + i * 12;
      // Rows without other steps, so that one mistake makes one problem.
      while (row % 5 == 0 || row % 7 == 0) {
        row++;
      }
      Object[] sound = rows.get(row).clone();
      int column = (int) mistakes[i][0];
      rows.get(row)[column] = mistakes[i][1];
      planted.put((char) ('A' + column) + "" + (row + 3), sound);
    }
    return planted;
  }

  private static int rowOf(String place) {
    return Integer.parseInt(place.substring(1)) - 3;
  }

  private static byte[] workbook(List<Object[]> rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "office", "01.0000")) {
      Worksheet notes = workbook.newWorksheet("说明");
      notes.value(0, 0, "本表由办公室填写");
      Worksheet sheet = workbook.newWorksheet("2024年台账");
      sheet.value(0, 0, "某县自然资源局政府信息依申请公开台账");
      for (int i = 0; i < HEADINGS.size(); i++) {
        sheet.value(1, i, HEADINGS.get(i));
      }
      for (int row = 0; row < rows.size(); row++) {
        Object[] cells = rows.get(row);
        for (int i = 0; i < cells.length; i++) {
          if (cells[i] instanceof Number number) {
            sheet.value(row + 2, i, number);
          } else if (!cells[i].equals("")) {
            sheet.value(row + 2, i, (String) cells[i]);
          }
        }
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String name, String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < 310; i++) {
        zip.write(zeros);
      }
    }
    return bytes.toByteArray();
  }
}
