package disclosure.report.workbench.board;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.SignedIn;
import disclosure.report.StoredDrafts;
import disclosure.report.TestCounties;
import disclosure.report.workbench.CountyDrafts;
import disclosure.report.workbench.CountyPeople;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A county's people do one thing with many reports, and each is told for itself. */
@QuarkusTest
@TestProfile(CountyPeople.class)
class ManyReportsIT {

  private static final List<TestCounties.Organ> ORGANS = TestCounties.below(TestCounties.COUNTY);

  @TestHTTPResource URL service;

  private SignedIn writer;
  private SignedIn publisher;

  @BeforeEach
  void signIn() throws Exception {
    writer = SignedIn.as("county-writer", service.getPort(), "/workbench");
    publisher = SignedIn.as("county-publisher", service.getPort(), "/workbench");
  }

  private static String board(int year) {
    return "/workbench/" + TestCounties.COUNTY + "/" + year + "/collection";
  }

  private static String choice(int organ, long version) {
    return ORGANS.get(organ).code() + ".OWN." + version;
  }

  private static HttpResponse<String> sent(
      SignedIn person, int year, String step, String... choices) throws Exception {
    return person.postBody(
        board(year) + "/" + step + "?scope=REGION",
        Stream.of(choices)
            .map(one -> "report=" + URLEncoder.encode(one, StandardCharsets.UTF_8))
            .collect(Collectors.joining("&")));
  }

  private void write(int organ, int year) throws Exception {
    CountyDrafts.write(writer, organ, year);
  }

  private static long versions(int organ, int year) throws SQLException {
    return StoredDrafts.number(
        "SELECT count(*) FROM report.draft_revision WHERE report_year = "
            + year
            + " AND organ_code = '"
            + ORGANS.get(organ).code()
            + "'");
  }

  private static long steps(int organ, int year, String kind) throws SQLException {
    return StoredDrafts.number(
        "SELECT count(*) FROM report.life_step WHERE report_year = "
            + year
            + " AND kind = '"
            + kind
            + "' AND organ_code = '"
            + ORGANS.get(organ).code()
            + "'");
  }

  @Test
  void several_are_submitted_and_published_and_what_is_refused_of_one_stops_no_other()
      throws Exception {
    write(50, 2025);
    write(51, 2025);
    write(52, 2025);
    // The second has gaps; the third was changed since the board was shown; of the last there is
    // nothing.
    Map<String, String> gaps = new HashMap<>(Map.of("seen", "\"1\"", "overview", "一段。"));
    assertThat(writer.post("/workbench/" + ORGANS.get(51).code() + "/2025/draft", gaps).body())
        .contains("已保存。");
    HttpResponse<String> submitted =
        sent(
            writer,
            2025,
            "submissions",
            choice(53, 0),
            choice(51, 2),
            choice(52, 7),
            choice(50, 1));
    assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(200);
    assertThat(submitted.body())
        .contains("选中4份，办妥1份，未办理3份")
        .containsPattern(told(50, "已报送"))
        .containsPattern(told(51, "<span class=\"late\">未办理</span> .*表二尚未填写"))
        .containsPattern(told(52, "<span class=\"late\">未办理</span> .*第1版由county-writer于.*保存。"))
        .containsPattern(told(53, "<span class=\"late\">未办理</span> "));
    assertThat(steps(50, 2025, "SUBMITTED")).isEqualTo(1);
    assertThat(steps(51, 2025, "SUBMITTED")).isEqualTo(0);
    assertThat(steps(52, 2025, "SUBMITTED")).isEqualTo(0);

    // Sent twice, nothing is done a second time.
    assertThat(sent(writer, 2025, "submissions", choice(50, 1), choice(52, 1)).body())
        .contains("办妥2份，未办理0份");
    assertThat(steps(50, 2025, "SUBMITTED")).isEqualTo(1);

    HttpResponse<String> published =
        sent(publisher, 2025, "publications", choice(51, 2), choice(50, 1), choice(52, 1));
    assertThat(published.body())
        .contains("选中3份，办妥2份，未办理1份")
        .containsPattern(told(50, "已公布"))
        .containsPattern(told(51, "<span class=\"late\">未办理</span> "))
        .containsPattern(told(52, "已公布"));
    assertThat(sent(publisher, 2025, "publications", choice(50, 1)).body())
        .containsPattern(told(50, "此前已公布"));
    assertThat(steps(50, 2025, "PUBLISHED")).isEqualTo(1);
  }

  @Test
  void each_correction_is_a_click_from_the_board() throws Exception {
    String report = CountyDrafts.address(58, 2025);
    String draft = "href=\"" + report + "/draft\"";
    String review = "href=\"" + report + "#publish\"";
    write(58, 2025);
    assertThat(writer.get(board(2025)).body()).doesNotContain(draft);
    sent(writer, 2025, "submissions", choice(58, 1));
    assertThat(publisher.get(board(2025)).body()).doesNotContain(review);
    sent(publisher, 2025, "publications", choice(58, 1));
    assertThat(writer.get(board(2025)).body())
        .contains(draft + " aria-label=\"编写更正：" + ORGANS.get(58).name());
    assertThat(publisher.get(board(2025)).body()).doesNotContain(draft, review);

    Map<String, String> corrected = CountyDrafts.sound(58, 2025);
    corrected.put("seen", "\"1\"");
    corrected.put("problems", "公开内容的针对性还需加强，下一步将逐项改进，并加强培训。");
    assertThat(writer.post(report + "/draft", corrected).body()).contains("已保存。");
    sent(writer, 2025, "submissions", choice(58, 2));
    assertThat(publisher.get(board(2025)).body()).contains(review).doesNotContain(draft);
    publisher.post(report + "/publication", Map.of("seen", "\"2\"", "reason", "补充一句"));
    assertThat(publisher.get(board(2025)).body())
        .contains("href=\"" + report.replace("/workbench", "/published") + "\"")
        .doesNotContain(review);
  }

  private static String told(int organ, String what) {
    return ORGANS.get(organ).code() + "/2025\">[^<]*</a></th><td>" + what;
  }

  @Test
  void drafts_begin_with_the_texts_of_the_year_before_once_however_often_it_is_asked()
      throws Exception {
    write(54, 2024);
    write(55, 2024);
    write(55, 2025);
    List<HttpResponse<String>> answers =
        IntStream.range(0, 2)
            .mapToObj(
                browser ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try {
                            return sent(
                                SignedIn.as("county-writer", service.getPort(), "/workbench"),
                                2025,
                                "starts",
                                choice(54, 0),
                                choice(55, 1),
                                choice(56, 0));
                          } catch (Exception failure) {
                            throw new IllegalStateException(failure);
                          }
                        }))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers)
        .anySatisfy(
            answer ->
                assertThat(answer.body()).contains("已用上年文字建立草稿", "已有草稿，没有改动", "上年没有草稿，请打开报告从头编写"));
    assertThat(versions(54, 2025)).isEqualTo(1);
    assertThat(versions(55, 2025)).isEqualTo(1);
    assertThat(versions(56, 2025)).isEqualTo(0);
    HttpResponse<String> begun = writer.get("/workbench/" + ORGANS.get(54).code() + "/2025/draft");
    assertThat(begun.body())
        .contains("{{handling.feeNotices}}", "value=\"" + ORGANS.get(54).name() + "\"", "表二尚未填写");
  }

  @Test
  void a_form_names_twenty_reports_of_the_board_at_most_and_some() throws Exception {
    String[] many =
        IntStream.range(0, 21).mapToObj(organ -> choice(organ, 0)).toArray(String[]::new);
    HttpResponse<String> refused = sent(writer, 2025, "submissions", many);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("一次最多办理20份，什么也没有办理");
    for (String nobody : List.of("", "x", "11141124012345672X.OWN.1")) {
      HttpResponse<String> none = sent(writer, 2025, "submissions", nobody);
      assertThat(none.statusCode()).isEqualTo(400);
      assertThat(none.body()).contains("没有选中任何单位");
    }
  }

  @Test
  void who_may_not_write_is_offered_nothing_and_refused() throws Exception {
    assertThat(sent(publisher, 2025, "submissions", choice(1, 0)).statusCode()).isEqualTo(403);
    assertThat(sent(publisher, 2025, "starts", choice(1, 0)).statusCode()).isEqualTo(403);
    assertThat(sent(writer, 2025, "publications", choice(1, 0)).statusCode()).isEqualTo(403);
    String shown = writer.get(board(2025) + "?scope=REGION").body();
    assertThat(shown)
        .contains("collection/submissions?scope=REGION", "collection/starts?scope=REGION")
        .doesNotContain("collection/publications");
    assertThat(publisher.get(board(2025) + "?scope=REGION").body())
        .contains("collection/publications?scope=REGION")
        .doesNotContain("collection/submissions");
  }

  @Test
  void the_board_is_there_without_a_scope_and_a_click_from_the_first_page() throws Exception {
    HttpResponse<String> shown = writer.get(board(2025));
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body())
        .contains("<strong aria-current=\"page\">本行政区域（含所有下级机关）</strong>")
        .contains(board(2025) + "?scope=LEVEL")
        .contains("collection/submissions?scope=REGION");
    assertThat(writer.get("/workbench/" + TestCounties.COUNTY).body())
        .containsPattern("class=\"button\" href=\"[^\"]*/collection\\?scope=");
    assertThat(writer.get(board(2025) + "?scope=OWN").statusCode()).isEqualTo(400);
  }

  @Test
  void those_of_a_state_are_marked_as_many_as_a_form_may_name() throws Exception {
    String shown = writer.get(board(2025) + "?scope=REGION&choose=NOT_STARTED").body();
    assertThat(shown.split(" checked", -1)).hasSize(21);
    assertThat(shown).contains("name=\"report\" value=\"" + choice(1, 0) + "\"");
    for (String row :
        writer.get(board(2025) + "?scope=REGION&choose=SUBMITTED").body().split("<tr>", -1)) {
      boolean submitted = row.contains("name=\"report\"") && row.contains("已报送，待审核");
      assertThat(row.contains(" checked")).isEqualTo(submitted);
    }
  }
}
