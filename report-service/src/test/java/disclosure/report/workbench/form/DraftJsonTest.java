package disclosure.report.workbench.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import disclosure.edge.page.PostedForm;
import disclosure.report.content.DraftContent;
import disclosure.report.content.NamedFigure;
import disclosure.report.content.ProactiveFigures;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.requests.contract.OrganCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftJsonTest {

  private static final OrganCode ORGAN = new OrganCode("111411240123456713");
  private static final ReportId OWN = ReportId.own(ORGAN, 2024);

  @Test
  void a_line_is_a_paragraph_and_empty_ones_are_none() throws Exception {
    JsonNode json = read(OWN, Map.of("overview", "  第一段。\r\n\r\n　\n第二段。  \n"));
    assertThat(json.get("overview")).extracting(JsonNode::asText).containsExactly("第一段。", "第二段。");
    assertThat(json.get("lead")).isEmpty();
    assertThat(json.has("signedOn")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01-20, 2025-01-20",
    "2025年1月20日, 2025-01-20",
    "2025.1.2, 2025-01-02",
    "2025/01/20, 2025-01-20",
    "２０２５年１月２０日, 2025-01-20",
    "明天, 明天"
  })
  void a_day_is_written_in_the_usual_ways_and_what_is_none_is_left_to_be_refused(
      String typed, String sent) throws Exception {
    assertThat(read(OWN, Map.of("signedOn", typed)).get("signedOn").asText()).isEqualTo(sent);
  }

  @Test
  void a_field_that_says_two_things_is_refused_and_one_that_says_it_twice_is_not()
      throws Exception {
    for (String field :
        List.of("overview", "signedBy", "signedOn", "proactive.regulations.issued")) {
      PostedForm twice = PostedForm.of(field + "=7&" + field + "=+7&" + field + "=");
      assertThat(new ObjectMapper().readTree(DraftJson.of(OWN, twice, List.of())).toString())
          .contains("7");
      PostedForm other = PostedForm.of(field + "=7&" + field + "=8");
      assertThatThrownBy(() -> DraftJson.of(OWN, other, List.of()))
          .isInstanceOfSatisfying(
              Refusal.class,
              refused ->
                  assertThat(refused.faults())
                      .singleElement()
                      .satisfies(
                          fault -> {
                            assertThat(fault.code()).isEqualTo(InputFault.TOO_MANY_VALUES);
                            assertThat(fault.field()).isEqualTo(field);
                          }));
    }
  }

  @Test
  void figures_are_numbers_as_they_were_typed_and_gaps_stay_gaps() throws Exception {
    JsonNode two =
        read(
                OWN,
                Map.of(
                    "proactive.regulations.issued", "20",
                    "proactive.administrativeLicences", "1,012",
                    "proactive.administrativeFees10kYuan", "24252.311082",
                    "proactive.administrativeCoercion", "五"))
            .get("proactive");
    assertThat(two.at("/regulations/issued").toString()).isEqualTo("20");
    assertThat(two.get("regulations").has("repealed")).isFalse();
    assertThat(two.get("administrativeLicences").longValue()).isEqualTo(1012);
    assertThat(two.get("administrativeFees10kYuan").toString()).isEqualTo("24252.311082");
    assertThat(two.get("administrativeCoercion").isTextual()).isTrue();
    assertThat(two.has("administrativePenalties")).isFalse();
  }

  @Test
  void a_number_is_taken_in_any_width_and_what_may_be_another_is_left_to_be_refused()
      throws Exception {
    JsonNode two =
        read(
                OWN,
                Map.of(
                    "proactive.administrativeLicences", "０１２",
                    "proactive.administrativePenalties", "1,2",
                    "proactive.administrativeCoercion", "12,34",
                    "proactive.administrativeFees10kYuan", "１，２３４．５"))
            .get("proactive");
    assertThat(two.get("administrativeLicences").longValue()).isEqualTo(12);
    assertThat(two.get("administrativePenalties").asText()).isEqualTo("1,2");
    assertThat(two.get("administrativeCoercion").isTextual()).isTrue();
    assertThat(two.get("administrativeFees10kYuan").toString()).isEqualTo("1234.5");
  }

  @Test
  void table_two_is_that_of_the_edition_and_none_of_a_sum() throws Exception {
    assertThat(read(ReportId.own(ORGAN, 2020), Map.of()).has("formerProactive")).isTrue();
    assertThat(read(ReportId.own(ORGAN, 2020), Map.of()).has("proactive")).isFalse();
    JsonNode sum = read(new ReportId(ORGAN, 2024, ReportScope.LEVEL), Map.of());
    assertThat(sum.has("proactive")).isFalse();
    assertThat(sum.has("formerProactive")).isFalse();
  }

  @Test
  void named_figures_are_kept() throws Exception {
    JsonNode figures =
        new ObjectMapper()
            .readTree(
                DraftJson.of(
                    OWN,
                    PostedForm.of(""),
                    List.of(new NamedFigure("visits", "访问量", 12, List.of("web")))))
            .get("figures");
    assertThat(figures.toString())
        .isEqualTo("[{\"name\":\"visits\",\"label\":\"访问量\",\"value\":12,\"parts\":[\"web\"]}]");
  }

  @Test
  void the_value_of_a_named_figure_is_typed_and_a_gap_stays_one() throws Exception {
    NamedFigure visits = new NamedFigure("visits", "访问量", 12, List.of());
    assertThat(value("figures.visits=1%2C024", visits)).isEqualTo("1024");
    assertThat(value("figures.visits=", visits)).isEmpty();
    assertThat(value("", visits.with(Optional.empty()))).isEmpty();
  }

  private static String value(String body, NamedFigure figure) throws Exception {
    return new ObjectMapper()
        .readTree(DraftJson.of(OWN, PostedForm.of(body), List.of(figure)))
        .at("/figures/0/value")
        .asText();
  }

  @Test
  void a_draft_begins_with_texts_and_without_figures_and_date() throws Exception {
    DraftContent former =
        new DraftContent(
            List.of("引言"),
            List.of("访问{{figures.visits}}次。"),
            List.of(),
            List.of("其他"),
            ProactiveFigures.NONE,
            List.of(new NamedFigure("visits", "访问量", 12, List.of())),
            "原名",
            Optional.of(LocalDate.of(2024, 1, 20)));
    assertThat(new ObjectMapper().readTree(DraftJson.begun(former, "现名")).toString())
        .isEqualTo(
            "{\"lead\":[\"引言\"],\"overview\":[\"访问{{figures.visits}}次。\"],\"problems\":[],"
                + "\"otherMatters\":[\"其他\"],\"signedBy\":\"现名\",\"figures\":["
                + "{\"name\":\"visits\",\"label\":\"访问量\",\"parts\":[]}]}");
    for (int length : new int[] {100, 101, 200}) {
      assertThat(
              new ObjectMapper()
                  .readTree(DraftJson.begun(former, "局".repeat(length)))
                  .has("signedBy"))
          .isEqualTo(length <= 100);
    }
  }

  private static JsonNode read(ReportId id, Map<String, String> typed) throws Exception {
    String body =
        typed.entrySet().stream()
            .map(
                one ->
                    one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return new ObjectMapper().readTree(DraftJson.of(id, PostedForm.of(body), List.of()));
  }
}
