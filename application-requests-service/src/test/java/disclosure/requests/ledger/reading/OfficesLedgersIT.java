package disclosure.requests.ledger.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whole ledgers in which offices mix their habits: each row is read right, or asked about. */
@Tag("slow")
@QuarkusTest
class OfficesLedgersIT {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final String organ = TestOrgans.fresh();

  @BeforeEach
  void organ() {
    TestDirectory.put(organ, "某县教育局", "DEPARTMENT", "");
  }

  @Test
  void a_sheet_for_each_month_with_headings_in_two_rows() throws IOException {
    String head =
        """
        某县教育局依申请公开登记表（2024年）
        序号|登记编号|收到时间|申请人|||申请方式|申请内容|办理情况|||备注
        |||姓名（名称）|类别|联系电话|||答复时间|答复类型|答复文号|
        """;
    byte[] workbook =
        workbook(
            "1月",
            head
                + """
                1|〔2023〕41号|12.28|张三|公民||信函|学区划分|1.12|予以公开|教公复〔2024〕1号|
                2|〔2024〕1号|1.08|李四|公民||网上|招生计划|1/25|部分公开|教公复〔2024〕2号|
                3|〔2024〕2号|@45306|某公司|企业||EMS|采购合同|2月5日|信息不存在|教公复〔2024〕3号|
                小计||3件
                """,
            "2月",
            head + "本月无申请\n",
            "12月",
            head
                + """
                1|〔2024〕30号|12月13日|王五|公民||当面|职称评审|12月20日|不予公开（过程性信息）|教公复〔2024〕30号|
                2|〔2024〕31号|12月27日|赵六|公民||网站|编制|1月9日|予以公开|教公复〔2025〕1号|
                3|〔2024〕32号|12月30日|钱七|公民||网站|经费||在办||结转下年
                全年累计||6件
                制表人：王某|||||审核人：李某
                """);
    assertThat(problems(workbook, XLSX)).isEmpty();
    assertThat(state(workbook, XLSX))
        .containsExactly(
            "〔2023〕41号 2023-12-28 POST NATURAL_PERSON 2024-01-12 DISCLOSED",
            "〔2024〕1号 2024-01-08 ONLINE NATURAL_PERSON 2024-01-25 PARTIALLY_DISCLOSED",
            "〔2024〕2号 2024-01-15 POST COMMERCIAL_ENTERPRISE 2024-02-05 NOT_HELD",
            "〔2024〕30号 2024-12-13 IN_PERSON NATURAL_PERSON 2024-12-20 PROCESS_INFORMATION",
            "〔2024〕31号 2024-12-27 ONLINE NATURAL_PERSON 2025-01-09 DISCLOSED",
            "〔2024〕32号 2024-12-30 ONLINE NATURAL_PERSON");
  }

  @Test
  void sums_of_quarters_days_of_every_kind_and_remarks_that_contradict() {
    byte[] ledger =
        """
        某县水务局2025年度政府信息公开申请台账,,,,,,,,,,,
        序号,申请编号,申请日期,申请人类别,申请渠道,申请内容,是否收费,信息处理费,答复日期,办理结果,办理状态,备注
        第一季度,,,,,,,,,,,
        1,水2025-1,2025.3.5,公民,网络,取水许可,否,0,2025.3.20,公开,已办结,
        2,水2025-2,45721,公民,信函,河道,否,0,45741,不予公开（内部事务信息）,已办结,
        3,水2025-3,3/18,企业,当面,水价,否,0,,,已办结,
        第一季度小计,,3件,,,,,,,,,
        第二季度,,,,,,,,,,,
        4,水2025-4,4月12日,公民,网络,水库,否,0,,,办理中,
        5,水2025-5,2025年4月9日,公民,网络,堤防,否,0,2025/4/30,公开,已办结,作废
        6,水2025-6,2025-05-06 09:30,公民,网络,堤防,否,0,/,/,在办,申请人已撤回。
        第二季度合计,,3件,,,,,,,,,
        1-6月累计,,6件,,,,,,,,,
        上半年总计,,6件,,,,,,,,,
        """
            .getBytes(Charset.forName("GB18030"));
    assertThat(problems(ledger, "text/csv"))
        .containsExactly(
            "K6 row-concluded-without-answer",
            "L10 row-said-to-be-void",
            "L11 row-concluded-without-answer");
    assertThat(state(ledger, "text/csv"))
        .containsExactly(
            "水2025-1 2025-03-05 ONLINE NATURAL_PERSON 2025-03-20 DISCLOSED",
            "水2025-2 2025-03-05 POST NATURAL_PERSON 2025-03-25 INTERNAL_AFFAIRS",
            "水2025-4 2025-04-12 ONLINE NATURAL_PERSON");
  }

  @Test
  void two_years_in_one_sheet_below_headings_of_their_own() throws IOException {
    byte[] workbook =
        workbook(
            "台账",
            """
            某镇依申请公开台账（2023—2024年）
            编号|收到日期|收到方式|申请人|||答复日期|答复结果
            |||自然人|企业|其他|
            2023年
            23-1|11月8日|当面|√|||11月28日|公开
            23-2|12月25日|邮寄||√||1月8日|无法提供（本机关不掌握）
            2024年
            24-1|12月28日|当面|√|||1月10日|公开
            24-2|1月5日|网上||√||1月19日|公开
            24-3|2月26日|网上|||1|3月12日|重复申请
            """);
    assertThat(problems(workbook, XLSX)).containsExactly("B8 cell-received-in-one-of-two-years");
    assertThat(state(workbook, XLSX))
        .containsExactly(
            "23-1 2023-11-08 IN_PERSON NATURAL_PERSON 2023-11-28 DISCLOSED",
            "23-2 2023-12-25 POST COMMERCIAL_ENTERPRISE 2024-01-08 NOT_HELD",
            "24-2 2024-01-05 ONLINE COMMERCIAL_ENTERPRISE 2024-01-19 DISCLOSED",
            "24-3 2024-02-26 ONLINE OTHER_ORGANIZATION 2024-03-12 DUPLICATE_APPLICATION");
  }

  @Test
  void parts_for_what_was_carried_over_and_what_is_new_and_rows_of_several() throws IOException {
    byte[] workbook =
        workbook(
            "2025年",
            """
            某局依申请公开台账
            序号|受理编号|收到申请日期|申请途径|申请人性质|件数|延期日期|延期天数|答复日期|办结时间|办理结论
            一、上年结转（2件）
            1|24081|11月29日|信函|公民|1|12月25日|20个工作日|1月20日||予以公开
            2|24090|12月18日|网站|律师事务所|1|||1月9日||保护第三方合法权益
            二、本年新收
            3|25001|1月3日|网站|公民|1|||1月17日||予以公开
            4|25002|2月10日|网站|公民|3|||2月20日||予以公开
            5|25003|12月19日|网站|公民|1|||1月8日||予以公开
            6|25004|12月22日|网站|公民|1||||2026-01-12|
            本年度合计||4
            """);
    assertThat(problems(workbook, XLSX))
        .containsExactly("F8 row-of-several", "J10 cell-beside-empty-one");
    assertThat(state(workbook, XLSX))
        .containsExactly(
            "24081 2024-11-29 POST NATURAL_PERSON 2025-01-20 DISCLOSED",
            "24090 2024-12-18 ONLINE LEGAL_SERVICE_PROVIDER 2025-01-09 THIRD_PARTY_RIGHTS",
            "25001 2025-01-03 ONLINE NATURAL_PERSON 2025-01-17 DISCLOSED",
            "25003 2025-12-19 ONLINE NATURAL_PERSON 2026-01-08 DISCLOSED");
  }

  @Test
  void the_newest_first_without_a_year_in_any_cell() {
    byte[] ledger =
        """
        某区2024年台账,,,,,
        登记编号,收到日期,收到方式,申请人类型,答复日期,处理结果
        9,12月28日,网上,个人,1月10日,公开
        8,12月20日,网上,个人,12月29日,公开
        7,12月16日,网上,个人,1月6日,公开
        6,11月5日,网上,个人,11月15日,公开
        5,6月18日,网上,个人,7月5日,公开
        4,1月15日,网上,同上,1月29日,公开
        3,1月5日,网上,个人,1月19日,公开
        2,12月29日,网上,个人,1月15日,公开
        1,12月27日,网上,个人,1月15日,公开
        """
            .getBytes(Charset.forName("UTF-8"));
    assertThat(problems(ledger, "text/csv"))
        .containsExactly(
            "B3 cell-received-in-one-of-two-years",
            "B5 cell-received-in-one-of-two-years",
            "D8 cell-not-understood",
            "B10 cell-received-in-one-of-two-years",
            "B11 cell-received-in-one-of-two-years");
  }

  @Test
  void days_that_follow_a_receipt_which_names_its_year() {
    byte[] ledger =
        """
        某区2024年台账,,,,,,,,
        登记编号,收到日期,收到方式,申请人类型,补正告知日期,补正期限,收到补正日期,答复日期,处理结果
        1,2023年12月20日,网上,个人,12月25日,1月10日,1月4日,1月30日,公开
        2,2023-11-03,网上,个人,,,,2月28日,公开
        3,2024-11-20,网上,个人,12月2日,12月30日,12月20日,1月15日,公开
        4,2025-01-06,网上,个人,,,,1月16日,公开
        5,2023-05-06,网上,个人,,,,5月16日,公开
        """
            .getBytes(Charset.forName("UTF-8"));
    assertThat(problems(ledger, "text/csv")).containsExactly("H7 cell-in-one-of-two-years");
    assertThat(state(ledger, "text/csv"))
        .containsExactly(
            "2 2023-11-03 ONLINE NATURAL_PERSON 2024-02-28 DISCLOSED",
            "1 2023-12-20 ONLINE NATURAL_PERSON 2024-01-30 DISCLOSED",
            "3 2024-11-20 ONLINE NATURAL_PERSON 2025-01-15 DISCLOSED",
            "4 2025-01-06 ONLINE NATURAL_PERSON 2025-01-16 DISCLOSED");
  }

  /** Its cells between strokes; behind an @ stands a day as spreadsheets keep it. */
  private static byte[] workbook(String... sheets) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      CellStyle day = workbook.createCellStyle();
      day.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d"));
      for (int i = 0; i < sheets.length; i += 2) {
        Sheet sheet = workbook.createSheet(sheets[i]);
        List<String> lines = sheets[i + 1].lines().toList();
        for (int number = 0; number < lines.size(); number++) {
          Row row = sheet.createRow(number);
          String[] cells = lines.get(number).split("[|]", -1);
          for (int place = 0; place < cells.length; place++) {
            if (cells[place].startsWith("@")) {
              row.createCell(place).setCellValue(Double.parseDouble(cells[place].substring(1)));
              row.getCell(place).setCellStyle(day);
            } else if (!cells[place].isEmpty()) {
              row.createCell(place).setCellValue(cells[place]);
            }
          }
        }
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private List<String> problems(byte[] ledger, String type) {
    return post(ledger, type, "&dryRun=true")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .<Map<String, Object>>getList("problems")
        .stream()
        .map(told -> told.get("column") + "" + told.get("row") + " " + told.get("code"))
        .toList();
  }

  /** What has become of its sound rows. */
  private List<String> state(byte[] ledger, String type) {
    String id = post(ledger, type, "&soundOnly=true").then().statusCode(202).extract().path("id");
    JsonPath done =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> TestLedgers.imported(id), one -> one.getString("finishedAt") != null);
    assertThat(done.getInt("refused")).isZero();
    return RegisterTables.texts(
        "SELECT concat_ws(' ', source_reference, received_on, channel, applicant_type,"
            + " concluded_on, outcome) FROM requests.application WHERE organ_code = '"
            + organ
            + "' ORDER BY received_on, source_reference");
  }

  private Response post(byte[] ledger, String type, String more) {
    return ApplicationsIT.as(TestClient.RECORDER)
        .contentType(type)
        .body(ledger)
        .post("/ledger/imports?organ=" + organ + more);
  }
}
