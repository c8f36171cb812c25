package disclosure.requests.page.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.SignedIn;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URL;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the pages of ledgers take and answer, without a browser. */
@QuarkusTest
@TestProfile(SignedIn.Profile.class)
class LedgerPagesIT {

  private static final String PAGE = "/register/ledger";
  private static final String HEADINGS = "登记编号,收到日期,收到方式,申请人类型,申请人,申请内容\n";
  private static final Duration SOON = Duration.ofSeconds(60);

  @TestHTTPResource URL service;

  private final String number = UUID.randomUUID().toString();
  private SignedIn clerk;

  @BeforeEach
  void signIn() throws Exception {
    RegisterTables.knowTestOrgans();
    clerk = SignedIn.as("clerk", service.getPort(), "/register");
  }

  @Test
  void a_ledger_with_mistakes_is_mended_imported_and_counted() throws Exception {
    long before = applications();
    String wrong = HEADINGS + rows(1, 40, "天知道") + rows(41, 60, "当面");
    HttpResponse<byte[]> checked = check(wrong);
    String page = page(checked, 200);
    assertThat(page)
        .contains("检查结果：有40行需要更正", "<dt>台账中的申请</dt><dd>60行</dd>")
        .contains("<dt>可以导入</dt><dd>20行</dd>", "无法识别所填内容，可以填写：", "（40处）")
        .contains("href=\"#p1\"", "<tr id=\"p40\"><th scope=\"row\">第41行C列</th><td>收到方式</td>")
        .contains("下载标注了问题的表", "只导入没有问题的20行")
        .doesNotContain("value=\"import\"");
    assertThat(applications()).isEqualTo(before);

    // What the page bears is enough to go on with.
    Map<String, String> borne = borne(page);
    borne.put("wish", "mark");
    HttpResponse<byte[]> marked = clerk.postFile(PAGE, borne, "", new byte[0]);
    assertThat(marked.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"ledger-problems.xlsx\"");
    List<String> problems = lastColumn(marked.body());
    assertThat(problems.get(0)).isEqualTo("问题");
    assertThat(problems.get(40)).startsWith("收到方式：无法识别所填内容");
    assertThat(problems.get(41)).isEmpty();
    assertThat(applications()).isEqualTo(before);

    String mended = wrong.replace("天知道", "邮寄");
    String sound = page(check(mended), 200);
    assertThat(sound)
        .contains("没有发现问题，可以导入", "value=\"import\">导入60行")
        .contains("需要留意的内容", "与2行的申请人和内容相同，仍作为另一件登记");
    borne = borne(sound);
    borne.put("wish", "import");
    HttpResponse<byte[]> ordered = clerk.postFile(PAGE, borne, "", new byte[0]);
    String address = ordered.uri().getPath();
    assertThat(address).matches("/register/ledger/imports/[0-9a-f-]{36}");
    String done = finished(address);
    assertThat(done)
        .contains(
            "已处理60行，共60行", "<dt>新登记</dt><dd><a href=\"" + address + "?change=ADDED#rows\">60行")
        .contains("下一页", "同一申请人另有一件内容相同的申请，请核对");
    assertThat(applications()).isEqualTo(before + 60);
    String second = link(done, "下一页");
    assertThat(page(clerk.get(second.replace("&amp;", "&"))))
        .contains("第61行")
        .doesNotContain("第2行<");
    assertThat(page(clerk.get(address + "?change=REFUSED"))).contains("还没有这样的行");

    // The same once more adds nothing, and is told beforehand.
    assertThat(page(check(mended), 200)).contains("<dt>其中登记簿已有</dt><dd>60行</dd>");
  }

  /** As the answer over HTTP counts it: what another client has registered is not taken. */
  @Test
  void rows_that_would_be_set_aside_are_not_said_to_be_importable() throws Exception {
    HttpResponse<byte[]> ordered =
        send(Map.of("organ", TestOrgans.OFFICE, "wish", "import"), HEADINGS + rows(1, 2, "当面"));
    finished(ordered.uri().getPath());
    RegisterTables.update(
        "UPDATE requests.application SET source_client = 'portal' WHERE source_reference LIKE '"
            + number
            + "%'");
    assertThat(page(check(HEADINGS + rows(1, 3, "当面")), 200))
        .contains("没有发现问题，可以导入", "<dt>可以导入</dt><dd>1行</dd>", "<dt>暂不导入</dt><dd>2行</dd>")
        .contains("<dt>其中新增</dt><dd>1行</dd>", "value=\"import\">导入1行", "这2行暂不导入");
    assertThat(page(check(HEADINGS + rows(1, 2, "当面")), 200))
        .contains("没有发现问题，但各行都暂不导入", "<dt>可以导入</dt><dd>0行</dd>", "按所选导入")
        .doesNotContain("，可以导入", "导入2行");
  }

  @Test
  void a_number_of_another_client_is_marked_and_imported_only_where_the_box_says_so()
      throws Exception {
    HttpResponse<byte[]> first =
        send(Map.of("organ", TestOrgans.OFFICE, "wish", "import"), HEADINGS + rows(1, 1, "网上"));
    finished(first.uri().getPath());
    RegisterTables.update(
        "UPDATE requests.application SET source_client = 'portal' WHERE source_reference = '"
            + number
            + "-1'");
    long before = applications();
    String csv = HEADINGS + rows(1, 2, "当面");
    String page = page(check(csv), 200);
    assertThat(page)
        .contains("name=\"acceptDuplicates\" value=\"true\"", "value=\"import\">导入1行")
        .contains("value=\"mark\">下载标注了问题的表");

    Map<String, String> borne = borne(page);
    borne.put("wish", "mark");
    List<String> problems = lastColumn(clerk.postFile(PAGE, borne, "", new byte[0]).body());
    assertThat(problems.get(1)).startsWith("登记编号：编号“" + number + "-1”已由客户端“portal”登记");
    assertThat(problems.get(2)).isEmpty();
    borne.put("acceptDuplicates", "true");
    assertThat(lastColumn(clerk.postFile(PAGE, borne, "", new byte[0]).body()))
        .containsExactly("问题", "", "");

    borne.put("wish", "import");
    borne.remove("acceptDuplicates");
    HttpResponse<byte[]> held = clerk.postFile(PAGE, borne, "", new byte[0]);
    assertThat(finished(held.uri().getPath())).contains("暂未导入，可以再次导入");
    assertThat(applications()).isEqualTo(before + 1);

    borne.put("acceptDuplicates", "true");
    HttpResponse<byte[]> accepted = clerk.postFile(PAGE, borne, "", new byte[0]);
    finished(accepted.uri().getPath());
    assertThat(applications()).isEqualTo(before + 2);
    // Registered by the pages now, the number is no other client's any more.
    borne.put("wish", "mark");
    borne.remove("acceptDuplicates");
    assertThat(lastColumn(clerk.postFile(PAGE, borne, "", new byte[0]).body()))
        .containsExactly("问题", "", "");
  }

  @Test
  void who_differs_too_often_uses_up_what_is_his_and_nobody_elses() throws Exception {
    SignedIn colleague = SignedIn.as("colleague", service.getPort(), "/register");
    String ledger = HEADINGS + rows(1, 2, "当面");
    finished(send(Map.of("organ", TestOrgans.OFFICE, "wish", "import"), ledger).uri().getPath());
    RegisterTables.update("DELETE FROM requests.differing_repeats WHERE client_id LIKE 'pages%'");
    String shifted = ledger.replace("张三丰", "李四");
    check(shifted);
    RegisterTables.update(
        "UPDATE requests.differing_repeats SET number = 500 WHERE client_id LIKE 'pages%'");
    try {
      String none = page(check(shifted), 200);
      assertThat(none)
          .contains("<dt>其中登记簿已有</dt><dd>0行</dd>", "<dt>其中没有比对</dt><dd>2行</dd>", "有2行没有比对")
          .doesNotContain("acceptDuplicates", "按所选导入", "value=\"import\"", "value=\"mark\"");
      RegisterTables.update(
          "UPDATE requests.application SET source_client = 'portal' WHERE source_reference = '"
              + number
              + "-1'");
      assertThat(page(check(shifted), 200))
          .contains("<dt>暂不导入</dt><dd>2行</dd>", "<dt>其中编号已由其他系统登记</dt><dd>1行</dd>")
          .contains("不勾选的，这1行暂不导入", "有1行没有比对", "按所选导入", "value=\"mark\"");
      RegisterTables.update(
          "UPDATE requests.application SET source_client = 'pages' WHERE source_reference = '"
              + number
              + "-1'");
      assertThat(
              page(
                  colleague.postFile(
                      PAGE, Map.of("organ", TestOrgans.OFFICE), "台账.csv", shifted.getBytes(UTF_8)),
                  200))
          .contains("<dt>其中登记簿已有</dt><dd>2行</dd>");
    } finally {
      RegisterTables.update("DELETE FROM requests.differing_repeats WHERE client_id LIKE 'pages%'");
    }
  }

  @Test
  void sound_rows_are_taken_alone_only_when_that_is_said() throws Exception {
    String wrong = HEADINGS + rows(1, 1, "天知道") + rows(2, 3, "当面");
    long before = applications();
    String refused = page(send(Map.of("organ", TestOrgans.OFFICE, "wish", "import"), wrong), 422);
    assertThat(refused).contains("台账没有导入", "“台账.csv”：没有登记任何内容", "C2 无法识别所填内容");
    assertThat(applications()).isEqualTo(before);
    HttpResponse<byte[]> taken =
        send(Map.of("organ", TestOrgans.OFFICE, "wish", "import_sound"), wrong);
    assertThat(finished(taken.uri().getPath())).contains("已处理2行，共2行");
    assertThat(applications()).isEqualTo(before + 2);
  }

  @Test
  void questions_of_the_headings_come_first_and_say_what_to_do() throws Exception {
    String two =
        "登记编号,收到日期,收文日期,收到方式,申请人类型,第三方说了什么日期\n"
            + number
            + ",2024-03-04,2024-03-05,当面,公民,2024-03-06\n";
    String page = page(check(two), 200);
    assertThat(page)
        .contains("先解决表头的问题", "请改用模板中的列名；确实不需要的，请删去这一列")
        .doesNotContain("kind=HEADING", "value=\"import\"");
  }

  @Test
  void what_a_file_says_is_shown_as_text() throws Exception {
    String markup = "<script>alert(1)</script>";
    String csv =
        "登记编号,收到日期,收到方式,申请人类型,\"" + markup + "日期\"\n" + number + ",2024-03-04,当面,公民,2024-03-06\n";
    HttpResponse<byte[]> answer =
        clerk.postFile(
            PAGE, Map.of("organ", TestOrgans.OFFICE), "a<script>.csv", csv.getBytes(UTF_8));
    assertThat(page(answer, 200))
        .contains("&lt;script&gt;alert(1)", "a&lt;script&gt;.csv")
        .doesNotContain("<script>");
  }

  @Test
  void what_is_wrong_with_what_was_sent_stands_beside_its_field() throws Exception {
    assertThat(page(check(""), 400)).contains("href=\"#file\"", "id=\"file-error\">缺少文件");
    assertThat(page(clerk.postFile(PAGE, Map.of("organ", TestOrgans.OFFICE), "", new byte[0]), 400))
        .contains("id=\"file-error\">缺少文件", "value=\"" + TestOrgans.OFFICE + "\" selected");
    assertThat(page(send(Map.of("organ", ""), "x"), 400))
        .contains("href=\"#organ\"", "id=\"organ-error\">必须填写");
    assertThat(page(send(Map.of("organ", "12"), "x"), 400)).contains("id=\"organ-error\"");
    assertThat(page(send(Map.of("organ", TestOrgans.FOREIGN), HEADINGS), 403))
        .contains("id=\"organ-error\"");
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    assertThat(page(clerk.postFile(PAGE, Map.of("organ", TestOrgans.OFFICE), "a.xls", old), 400))
        .contains("id=\"file-error\">“a.xls”：是旧版 XLS 或者加了密码的工作簿");
    byte[] large = new byte[(20 << 20) + 1];
    assertThat(page(clerk.postFile(PAGE, Map.of("organ", TestOrgans.OFFICE), "a.csv", large), 400))
        .contains("id=\"file-error\">“a.csv”：文件不得超过20 MiB");
    byte[] larger = new byte[(20 << 20) + (128 << 10)];
    assertThat(page(clerk.postFile(PAGE, Map.of("organ", TestOrgans.OFFICE), "a.csv", larger), 413))
        .contains("id=\"file-error\">文件不得超过20 MiB");
    assertThat(
            page(send(Map.of("organ", TestOrgans.OFFICE, "content", "%%%"), Optional.empty()), 400))
        .contains("无法读取");
    assertThat(page(check("你好,世界\n1,2\n"), 200)).contains("台账的表头有1个问题", "没有找到台账的表头");
  }

  @Test
  void whatever_is_sent_is_answered_with_a_page() throws Exception {
    Map<String, String> form = Map.of("organ", TestOrgans.OFFICE);
    byte[] file = HEADINGS.getBytes(UTF_8);
    assertThat(page(clerk.postFile(PAGE, form, "a.csv", file, "Sec-Fetch-Site", "cross-site"), 403))
        .contains("没有查看本页的权限");
    assertThat(page(send(Map.of("organ", TestOrgans.OFFICE, "wish", "none"), "x"), 400))
        .isNotEmpty();
    assertThat(clerk.post(PAGE, form).statusCode()).isEqualTo(415);
    assertThat(clerk.postBody(PAGE, "none", "Content-Type", "text/csv").statusCode())
        .isEqualTo(415);
    assertThat(clerk.get(PAGE + "/imports/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(clerk.get(PAGE + "/imports/none").statusCode()).isEqualTo(404);
    assertThat(clerk.get(PAGE).body()).contains("下载空白模板", "enctype=\"multipart/form-data\"");
    assertThat(clerk.get(PAGE + "/template").headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"ledger.xlsx\"");
    SignedIn head = SignedIn.as("head", service.getPort(), "/register");
    assertThat(page(head.postFile(PAGE, form, "a.csv", file), 403)).contains("没有查看本页的权限");
    assertThat(head.get(PAGE).statusCode()).isEqualTo(403);
  }

  @Test
  void a_file_without_a_session_is_not_kept_and_that_is_said() throws Exception {
    clerk.endSession();
    HttpResponse<byte[]> answer =
        clerk.postFile(PAGE, Map.of("organ", TestOrgans.OFFICE), "a.csv", new byte[3 << 20]);
    assertThat(page(answer, 401)).contains("登录已过期，文件没有提交", "须重新选择").doesNotContain("已登录");
  }

  @Test
  void an_import_of_another_organ_is_not_there_and_an_outage_is_told() throws Exception {
    RegisterTables.knowTestOrgans();
    HttpResponse<byte[]> ordered =
        send(Map.of("organ", TestOrgans.OFFICE, "wish", "import"), HEADINGS + rows(1, 1, "当面"));
    String address = ordered.uri().getPath();
    finished(address);
    RegisterTables.update(
        "UPDATE requests.ledger_import SET organ_code = '"
            + TestOrgans.FOREIGN
            + "' WHERE id = '"
            + address.replaceFirst(".*/", "")
            + "'");
    assertThat(clerk.get(address).statusCode()).isEqualTo(404);
    Connection held = RegisterTables.lockTable("ledger_import");
    try {
      HttpResponse<byte[]> answer =
          send(Map.of("organ", TestOrgans.OFFICE, "wish", "import"), HEADINGS + rows(1, 1, "当面"));
      assertThat(page(answer, 503)).contains("</html>");
    } finally {
      held.close();
    }
  }

  @Test
  void a_page_of_an_import_that_goes_on_is_loaded_anew_until_that_is_stopped() throws Exception {
    Connection held = RegisterTables.lockTableForWriters("ledger_row");
    String address;
    try {
      HttpResponse<byte[]> ordered =
          send(Map.of("organ", TestOrgans.OFFICE, "wish", "import"), HEADINGS + rows(1, 3, "当面"));
      address = ordered.uri().getPath();
      assertThat(page(ordered, 200)).contains("正在导入。", "停止自动刷新", "已处理0行，共3行");
      assertThat(ordered.headers().firstValue("Refresh")).contains("3");
      HttpResponse<String> still = clerk.get(address + "?still=true");
      assertThat(still.headers().firstValue("Refresh")).isEmpty();
      assertThat(still.body()).contains("自动刷新本页");
    } finally {
      held.close();
    }
    finished(address);
    assertThat(clerk.get(address).headers().firstValue("Refresh")).isEmpty();
  }

  @Test
  void a_second_ledger_of_the_same_person_waits_for_the_first() throws Exception {
    PipedOutputStream sending = new PipedOutputStream();
    PipedInputStream sent = new PipedInputStream(sending, 64 << 10);
    CompletableFuture<HttpResponse<byte[]>> first =
        clerk.begin(PAGE, "multipart/form-data; boundary=b", sent);
    // More than the sender keeps for itself.
    sending.write(("--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n").getBytes(UTF_8));
    sending.write(new byte[48 << 10]);
    sending.flush();
    HttpResponse<byte[]> second =
        await().atMost(SOON).until(() -> check(HEADINGS), answer -> answer.statusCode() == 429);
    assertThat(page(second, 429)).contains("</html>");
    sending.close();
    assertThat(page(first.get(), 400)).contains("</html>");
    assertThat(page(check(HEADINGS + rows(1, 1, "当面")), 200)).contains("可以导入");
  }

  private String rows(int from, int to, String channel) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(i -> number + "-" + i + ",2024-03-04," + channel + ",公民,张三丰,道路\n")
        .collect(Collectors.joining());
  }

  private HttpResponse<byte[]> check(String csv) throws Exception {
    return send(Map.of("organ", TestOrgans.OFFICE, "wish", "check"), csv);
  }

  private HttpResponse<byte[]> send(Map<String, String> form, String csv) throws Exception {
    return clerk.postFile(PAGE, form, "台账.csv", csv.getBytes(UTF_8));
  }

  private HttpResponse<byte[]> send(Map<String, String> form, Optional<String> none)
      throws Exception {
    assertThat(none).isEmpty();
    return clerk.postFile(PAGE, form, "", new byte[0]);
  }

  private String finished(String address) {
    return await().atMost(SOON).until(() -> page(clerk.get(address)), page -> page.contains("完成。"));
  }

  private static String page(HttpResponse<byte[]> answer, int status) {
    String body = new String(answer.body(), UTF_8);
    assertThat(answer.statusCode()).as(answer.uri() + " " + body).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(body).contains("</html>");
    return body;
  }

  private static String page(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static long applications() {
    return RegisterTables.number(
        "SELECT count(*) FROM requests.application WHERE organ_code = '" + TestOrgans.OFFICE + "'");
  }

  /** The hidden fields of the form that goes on with a ledger. */
  private static Map<String, String> borne(String page) {
    Map<String, String> fields = new HashMap<>();
    Matcher field =
        Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">")
            .matcher(page);
    while (field.find()) {
      fields.put(field.group(1), field.group(2));
    }
    assertThat(fields).containsOnlyKeys("organ", "fileName", "content");
    return fields;
  }

  private static String link(String page, String label) {
    Matcher link = Pattern.compile("<a href=\"([^\"]+)\">" + label + "</a>").matcher(page);
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private static List<String> lastColumn(byte[] workbook) throws Exception {
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      return read.getFirstSheet().read().stream().map(LedgerPagesIT::last).toList();
    }
  }

  private static String last(Row row) {
    return row.getCellAsString(6).orElse("");
  }
}
