package disclosure.report.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.SignedIn;
import disclosure.report.Absence;
import disclosure.report.StoredDrafts;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the workbench's pages take and answer, without a browser. */
@QuarkusTest
@TestProfile(CountyPeople.class)
class WorkbenchPagesIT {

  private static final String ORGAN = SignedIn.WRITTEN_FOR;
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");
  private static final Pattern FIGURE =
      Pattern.compile("name=\"((?:proactive|formerProactive)\\.[A-Za-z0-9.]+)\"");
  private static final Pattern CONTRADICTION =
      Pattern.compile("reasons/15\">\\s*<input type=\"hidden\" name=\"seen\" value=\"([^\"]*)\"");
  private static final Pattern FINDING =
      Pattern.compile("reasons/17\">\\s*<input type=\"hidden\" name=\"seen\" value=\"([^\"]*)\"");

  private static final String COLUMNS =
      "organ_code, report_year, edition, lead, problems, other_matters, regulations_issued,"
          + " regulations_repealed, regulations_in_force, normative_documents_issued,"
          + " normative_documents_repealed, normative_documents_in_force,"
          + " administrative_licences, administrative_penalties, administrative_coercion,"
          + " administrative_fees_10k_yuan, former_proactive, signed_by, recorded_by, recorded_at";

  @TestHTTPResource URL service;

  private SignedIn writer;

  @BeforeEach
  void signIn() throws Exception {
    writer = SignedIn.as("writer", service.getPort(), "/workbench");
  }

  @AfterEach
  void end() {
    Absence.endAll();
  }

  private static String address(int year) {
    return "/workbench/" + ORGAN + "/" + year;
  }

  /** Writes what stands there, whoever wrote before. */
  private void write(int year, String overview) throws Exception {
    HttpResponse<String> page = writer.get(address(year) + "/draft");
    Map<String, String> filled = filled(page);
    filled.put("overview", overview);
    HttpResponse<String> saved = writer.post(address(year) + "/draft", filled);
    assertThat(saved.body()).contains("已保存。");
  }

  /** A text that says other than table three, for which a reason does. */
  private static String received(int year, int applications) {
    return year + "年，本机关收到政府信息公开申请" + applications + "件。";
  }

  private static String found(Pattern pattern, HttpResponse<String> page) {
    Matcher matcher = pattern.matcher(page.body());
    assertThat(matcher.find()).as(page.body()).isTrue();
    return matcher.group(1).replace("&quot;", "\"");
  }

  @Test
  void texts_are_saved_before_table_two_is_known_and_nothing_stands_for_it() throws Exception {
    Map<String, String> filled = filled(writer.get(address(2019) + "/draft"));
    filled.keySet().removeIf(name -> name.startsWith("formerProactive."));
    filled.remove("signedBy");
    filled.put("overview", "十二月写下的文字。");
    HttpResponse<String> saved = writer.post(address(2019) + "/draft", filled);
    assertThat(saved.body()).contains("已保存。", "十二月写下的文字。", "表二尚未填写");
    assertThat(saved.body())
        .containsPattern("name=\"formerProactive.regulations.made\" value=\"\"");
    assertThat(writer.get(address(2019)).body())
        .contains("二、主动公开政府信息情况</a></th><td><span class=\"late\">尚未填写");
    assertThat(writer.get(address(2019) + "/preview").body()).contains("<td></td>");
  }

  @Test
  void texts_of_the_year_before_bring_the_figures_that_they_name_without_values() throws Exception {
    write(2017, "一段文字。");
    StoredDrafts.execute(
        "INSERT INTO report.draft_revision (version, overview, named_figures, "
            + COLUMNS
            + ") SELECT 2, '访问{{figures.visits}}次。',"
            + " '[{\"name\":\"visits\",\"label\":\"网站访问量\",\"value\":812,\"parts\":[]}]', "
            + COLUMNS
            + " FROM report.draft_revision WHERE version = 1 AND report_year = 2017"
            + " AND organ_code = '"
            + ORGAN
            + "'");

    HttpResponse<String> page = writer.get(address(2018) + "/draft?start=former");
    assertThat(page.body())
        .contains("访问{{figures.visits}}次。", "网站访问量")
        .containsPattern("name=\"figures.visits\" value=\"\"");
    Map<String, String> filled = filled(page);
    filled.put("overview", "访问{{figures.visits}}次。");
    filled.put("figures.visits", "");
    filled.keySet().removeIf(name -> name.startsWith("formerProactive."));
    HttpResponse<String> saved = writer.post(address(2018) + "/draft", filled);
    assertThat(saved.body()).contains("已保存。", "自定义数据“网站访问量”没有填写").doesNotContain("812");

    filled.put("seen", found(SEEN, saved));
    filled.put("figures.visits", "-3");
    HttpResponse<String> wrong = writer.post(address(2018) + "/draft", filled);
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .containsPattern("name=\"figures.visits\" value=\"-3\"[^>]*aria-invalid=\"true\"");
    filled.put("figures.visits", "903");
    assertThat(writer.post(address(2018) + "/draft", filled).body())
        .contains("已保存。")
        .doesNotContain("自定义数据“网站访问量”没有填写")
        .containsPattern("name=\"figures.visits\" value=\"903\"");
  }

  @Test
  void all_wrong_numbers_are_told_at_once_each_at_its_field() throws Exception {
    Map<String, String> filled = filled(writer.get(address(2016) + "/draft"));
    filled.put("formerProactive.regulations.made", "1,2");
    filled.put("formerProactive.regulations.published", "五");
    filled.put("formerProactive.normativeDocuments.made", "1.5");
    filled.put("formerProactive.procurement.amount", "1,23.5");
    filled.put("formerProactive.administrativeLicences.decisions", "-1");
    filled.put("formerProactive.normativeDocuments.published", "０１２");
    filled.put("signedOn", "2017-02-30");
    HttpResponse<String> wrong = writer.post(address(2016) + "/draft", filled);
    assertThat(wrong.statusCode()).isEqualTo(400);
    for (String field :
        List.of(
            "formerProactive.regulations.made",
            "formerProactive.regulations.published",
            "formerProactive.normativeDocuments.made",
            "formerProactive.procurement.amount",
            "formerProactive.administrativeLicences.decisions",
            "signedOn")) {
      assertThat(wrong.body())
          .contains("<a href=\"#" + field + "\">")
          .containsPattern("name=\"" + field + "\"[^>]*aria-invalid=\"true\"");
    }
    assertThat(wrong.body())
        .containsPattern("name=\"formerProactive.normativeDocuments.published\" value=\"０１２\"")
        .doesNotContain("<a href=\"#formerProactive.normativeDocuments.published\">");
  }

  @Test
  void two_hundred_figures_of_a_drafts_own_keep_the_signature_that_stands_after_them()
      throws Exception {
    write(2015, "一段文字。");
    StoredDrafts.execute(
        "INSERT INTO report.draft_revision (version, overview, named_figures, "
            + COLUMNS
            + ") SELECT 2, overview, (SELECT jsonb_agg(jsonb_build_object('name', 'f' || i,"
            + " 'label', '数' || i, 'value', i, 'parts', '[]'::jsonb)) FROM generate_series(1, 200)"
            + " i)::text, "
            + COLUMNS
            + " FROM report.draft_revision WHERE version = 1 AND report_year = 2015"
            + " AND organ_code = '"
            + ORGAN
            + "'");
    // As a browser does, in the order of the page: the signature is the last of all.
    Map<String, String> filled = new LinkedHashMap<>(filled(writer.get(address(2015) + "/draft")));
    filled.remove("signedBy");
    for (int i = 1; i <= 200; i++) {
      filled.put("figures.f" + i, "7" + i);
    }
    filled.put("signedBy", "临县某办公室");
    filled.put("signedOn", "2016-01-18");
    HttpResponse<String> saved = writer.post(address(2015) + "/draft", filled);
    assertThat(saved.body())
        .contains("已保存。")
        .containsPattern("name=\"figures.f200\" value=\"7200\"")
        .containsPattern("name=\"signedBy\" value=\"临县某办公室\"")
        .containsPattern("name=\"signedOn\" value=\"2016-01-18\"");
  }

  @Test
  void who_may_see_nothing_here_is_led_to_the_other_doors() throws Exception {
    HttpResponse<String> refused =
        SignedIn.as("clerk", service.getPort(), "/workbench").get("/workbench");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body())
        .contains("没有查看本页的权限", "<a href=\"/\">返回全部入口</a>")
        .doesNotContain("返回“");
    assertThat(writer.get("/workbench/nothing").body()).contains("返回“").doesNotContain("返回全部入口");
  }

  @Test
  void below_each_text_stand_the_figures_that_are_usually_named_in_it() throws Exception {
    String page = writer.get(address(2020) + "/draft").body();
    assertThat(section(page, "part-overview"))
        .containsPattern(
            "<td class=\"day\">\\d+</td><td><code>\\{\\{matrix.NEWLY_RECEIVED.total}}</code>")
        .doesNotContain("{{matrix.NEWLY_RECEIVED.NATURAL_PERSON}}");
    String others = section(page, "part-otherMatters");
    assertThat(others.indexOf("{{handling.feeNotices}}"))
        .isPositive()
        .isLessThan(others.indexOf("{{matrix.NEWLY_RECEIVED.total}}"));
    assertThat(section(page, "part-proactive")).doesNotContain("{{matrix.");
  }

  private static String section(String page, String id) {
    String from = page.substring(page.indexOf("<section id=\"" + id + "\""));
    return from.substring(0, from.indexOf("</section>"));
  }

  @Test
  void writing_goes_on_while_the_statistics_are_away() throws Exception {
    write(2021, "一段文字。");
    Absence.begin(Absence.Of.STATISTICS, Absence.How.REFUSING);
    HttpResponse<String> page = writer.get(address(2021) + "/draft");
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    Map<String, String> filled = filled(page);
    filled.put("overview", "统计服务停机时写下的一段。");
    HttpResponse<String> saved = writer.post(address(2021) + "/draft", filled);
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    assertThat(saved.body()).contains("已保存。", "统计服务停机时写下的一段。");
  }

  @Test
  void a_reason_that_is_not_taken_comes_back_where_it_was_typed() throws Exception {
    write(2022, received(2022, 7));
    HttpResponse<String> desk = writer.get(address(2022));
    String typed = "因".repeat(1001);
    HttpResponse<String> refused =
        writer.post(
            address(2022) + "/reasons/17", Map.of("reason", typed, "seen", found(FINDING, desk)));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body().split(typed, -1)).as("once").hasSize(2);
    assertThat(refused.body().indexOf(typed))
        .isGreaterThan(refused.body().indexOf(address(2022) + "/reasons/17"));
  }

  @Test
  void a_reason_covers_what_its_author_saw_and_names_him() throws Exception {
    write(2023, received(2023, 7));
    String seen = found(CONTRADICTION, writer.get(address(2023)));
    write(2023, received(2023, 9));

    HttpResponse<String> late =
        writer.post(address(2023) + "/reasons/15", Map.of("reason", "含上年结转。", "seen", seen));
    assertThat(late.statusCode()).as(late.body()).isEqualTo(412);
    HttpResponse<String> kept =
        writer.post(
            address(2023) + "/reasons/15",
            Map.of("reason", "含上年结转。", "seen", found(CONTRADICTION, late)));
    assertThat(kept.body()).contains("理由已保存。", "理由：含上年结转。");
    assertThat(
            StoredDrafts.number(
                "SELECT count(*) FROM report.kept_reason WHERE person = 'writer' AND organ_code = '"
                    + ORGAN
                    + "' AND report_year = 2023"))
        .isEqualTo(1);
  }

  @Test
  void a_form_takes_no_more_than_a_program_may_send() throws Exception {
    write(2024, "一段文字。");
    Map<String, String> filled = filled(writer.get(address(2024) + "/draft"));
    for (String text : List.of("lead", "overview", "problems", "otherMatters")) {
      filled.put(text, "长".repeat(50_000));
    }
    HttpResponse<String> answer = writer.post(address(2024) + "/draft", filled);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("长".repeat(1000), "name=\"overview\"");
  }

  @Test
  void forms_of_strangers_take_no_room_from_those_who_are_signed_in() throws Exception {
    write(2025, "一段文字。");
    List<Socket> strangers = new ArrayList<>();
    try {
      for (int i = 0; i < 5; i++) {
        strangers.add(halfOfAForm());
      }
      String status =
          await()
              .atMost(Duration.ofMinutes(1))
              .until(() -> refusal(strangers), line -> !line.isEmpty());
      assertThat(status).contains(" 503 ");
      Map<String, String> filled = filled(writer.get(address(2025) + "/draft"));
      assertThat(writer.post(address(2025) + "/draft", filled).body()).contains("已保存。");
    } finally {
      for (Socket stranger : strangers) {
        stranger.close();
      }
    }
    // What they took is there again.
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(
                        SignedIn.stranger(service.getPort())
                            .postBody(address(2025) + "/draft", "lead=" + "x".repeat(1_900_000))
                            .statusCode())
                    .isEqualTo(401));
  }

  private Socket halfOfAForm() throws IOException {
    Socket socket = new Socket("localhost", service.getPort());
    socket.setSoTimeout(200);
    OutputStream out = socket.getOutputStream();
    out.write(
        ("POST "
                + address(2025)
                + "/draft HTTP/1.1\r\nHost: localhost:"
                + service.getPort()
                + "\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 2000000\r\n\r\n"
                + "lead="
                + "x".repeat(1_900_000))
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return socket;
  }

  /** The first line that one of them is answered; empty while none is. */
  private static String refusal(List<Socket> sockets) throws IOException {
    for (Socket socket : sockets) {
      if (socket.getInputStream().available() > 0) {
        return new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
            .readLine();
      }
    }
    return "";
  }

  /** As the page stands, with what it hides. */
  private static Map<String, String> filled(HttpResponse<String> page) {
    Map<String, String> filled = new HashMap<>();
    filled.put("seen", found(SEEN, page));
    for (String text : List.of("lead", "overview", "problems", "otherMatters")) {
      filled.put(text, "一段文字。");
    }
    filled.put("signedBy", "临县某局");
    Matcher figures = FIGURE.matcher(page.body());
    while (figures.find()) {
      filled.put(figures.group(1), "0");
    }
    return filled;
  }
}
