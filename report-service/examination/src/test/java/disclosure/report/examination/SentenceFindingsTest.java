package disclosure.report.examination;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.examination.document.Limits;
import disclosure.report.examination.document.Place;
import disclosure.report.examination.finding.Finding;
import disclosure.report.examination.finding.Severity;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sentences of a report against its own tables: 1090 received, 9 carried in, 1094 concluded, 14
 * disclosed, 8 partially; 12 normative documents were issued.
 */
class SentenceFindingsTest {

  private static final String OVERVIEW = "2023年，本县主动公开政府信息5123条，依法办理依申请公开。";
  private static final String SECTION_SIX = "本年度发出收费通知0件，收费总金额0元，实际收取0元。";

  private final Examiner examiner = new Examiner(Limits.USUAL);

  private List<Finding> found(String html) {
    return examiner.examine(html.getBytes(StandardCharsets.UTF_8)).findings().stream()
        .filter(
            finding ->
                finding.kind() == Finding.Kind.SENTENCE
                    || finding.kind() == Finding.Kind.CITATION
                    || finding.kind() == Finding.Kind.FEE_STATEMENT)
        .toList();
  }

  private static String report(String overview) {
    return Drawn.html(Drawn.Report.of(Seed.table(), Seed.columns())).replace(OVERVIEW, overview);
  }

  private static String ofDepartment(String overview) {
    return report(overview).replace(Seed.ORGAN, "青河县教育局");
  }

  @Test
  void a_sentence_that_says_otherwise_than_a_table_names_both_places_and_both_numbers() {
    assertThat(found(report("2023年，共收到政府信息公开申请1091件。")))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Finding.Kind.SENTENCE);
              assertThat(finding.severity()).isEqualTo(Severity.WRONG);
              assertThat(finding.place()).isEqualTo(Place.line(0, 4));
              assertThat(finding.otherPlace().table()).isEqualTo(5);
              assertThat(finding.otherPlace().row()).isEqualTo(4);
              assertThat(finding.otherPlace().column()).isEqualTo(10);
              assertThat(finding.numbers())
                  .contains(
                      new Finding.Numbers(BigDecimal.valueOf(1091), BigDecimal.valueOf(1090)));
              assertThat(finding.chinese())
                  .isEqualTo("“一、总体情况”中写作“收到政府信息公开申请1091件”，表三“一 本年新收”总计为1090。");
              assertThat(finding.english()).contains("1091").endsWith("is 1090.");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023年，共收到政府信息公开申请1090件。",
        "2023年，共收到政府信息公开申请1,090件，办结1094件，其中予以公开14件。",
        "2023年，制发行政规范性文件12件。",
        "2022年，共收到政府信息公开申请999件。",
        "2023年，全县共收到政府信息公开申请999件。",
        "2023年，我县各部门共收到政府信息公开申请999件。",
        "2023年，本机关共收到政府信息公开申请999件。",
        "2023年，行政事业性收费123.4567万元。"
      })
  void what_agrees_or_may_be_over_others_passes(String overview) {
    assertThat(found(report(overview))).isEmpty();
  }

  /** A report may be over an organ or over all below it; figures that agree tell which. */
  @ParameterizedTest
  @CsvSource({
    "'2023年，全县共收到政府信息公开申请999件，上年结转9件，办结1094件。', 999",
    "'2023年，我办共收到政府信息公开申请1090件，上年结转9件，办结999件。', 999"
  })
  void figures_that_agree_tell_whose_report_it_is(String overview, BigDecimal said) {
    assertThat(found(report(overview)))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.numbers().orElseThrow().found()).isEqualByComparingTo(said));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023年，全县共收到政府信息公开申请999件，上年结转9件。",
        "2023年，全县共收到政府信息公开申请5999件，办结5900件。我办收到政府信息公开申请1090件，办结1094件。",
        "2023年，全县共收到政府信息公开申请999件，上年结转7件，办结1090件。"
      })
  void one_that_agrees_or_none_does_not(String overview) {
    assertThat(found(report(overview))).isEmpty();
  }

  /** A figure that misses the table's by little is meant to be that one, whosever it is. */
  @ParameterizedTest
  @CsvSource({"'2023年，全县共收到政府信息公开申请1091件。', 1091", "'2023年，我办共收到政府信息公开申请1050件。', 1050"})
  void figures_that_nearly_agree_tell_whose_report_it_is(String overview, BigDecimal said) {
    assertThat(found(report(overview)))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.numbers().orElseThrow().found()).isEqualByComparingTo(said));
    String further = overview.replace("件。", "件，上年结转3件。");
    assertThat(found(report(further))).isEmpty();
  }

  /** An office that never tells of all below it reports on itself; a township has nothing below. */
  @ParameterizedTest
  @ValueSource(strings = {"青河县人民政府办公室", "青河县大石镇人民政府"})
  void what_can_only_be_its_own_is_held_against_its_tables(String organ) {
    String own = organ.endsWith("办公室") ? "县政府办公室" : "我镇";
    String html = report("2023年，" + own + "共收到政府信息公开申请999件。").replace(Seed.ORGAN, organ);
    assertThat(found(html)).hasSize(1);
    assertThat(found(html.replace("999件。", "999件，全县共办结1999件。")))
        .hasSize(organ.endsWith("办公室") ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({
    "'2023年，我局共收到政府信息公开申请999件。', 999",
    "'2023年，政府信息公开申请的办结率为50%。', 50",
    "'2023年，行政事业性收费122万元。', 1220000",
    "'2023年，制发行政规范性文件13件。', 13"
  })
  void what_an_organ_tells_of_itself_is_held_against_its_tables(String overview, BigDecimal said) {
    assertThat(found(ofDepartment(overview)))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.numbers().orElseThrow().found()).isEqualByComparingTo(said));
  }

  /** A total that is blank, marked or in doubt. */
  @ParameterizedTest
  @ValueSource(strings = {"", "/", "1090<sup>1</sup>"})
  void a_cell_that_was_not_read_surely_contradicts_nothing(String cell) {
    String html = report("2023年，共收到政府信息公开申请1091件。");
    assertThat(html).contains("<p>1090</p>");
    assertThat(found(html.replace("<p>1090</p>", "<p>" + cell + "</p>"))).isEmpty();
  }

  @Test
  void the_number_of_a_footnote_is_no_digit_of_a_figure() {
    assertThat(found(report("2023年，共收到政府信息公开申请1090<sup>1</sup>件。"))).isEmpty();
    assertThat(found(report("2023年，共收到政府信息公开申请1091<sup>1</sup>件。"))).hasSize(1);
  }

  @Test
  void what_every_report_rests_on_is_cited_by_its_own_name() {
    assertThat(found(report("根据《中华人民共和国政府信息公开条例》（国务院令第492号）编制。")))
        .extracting(Finding::chinese)
        .containsExactly("“一、总体情况”中写作“国务院令第492号”，应为“国务院令第711号”。");
    assertThat(found(report("根据《中华人民共和国政府信息公开条例》（国务院令第711号）编制。"))).isEmpty();
  }

  @Test
  void section_six_that_does_not_tell_the_fees_should_be_looked_at() {
    String html = report(OVERVIEW);
    assertThat(found(html)).isEmpty();
    assertThat(found(html.replace(SECTION_SIX, "没有其他需要报告的事项。")))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.LOOK);
              assertThat(finding.chinese()).contains("发出收费通知的件数", "实际收取的总金额");
              assertThat(finding.place()).isNotEqualTo(Place.NONE);
            });
    assertThat(found(html.replace("，实际收取0元", "")))
        .extracting(Finding::chinese)
        .containsExactly("“六、其他需要报告的事项”没有写明信息处理费实际收取的总金额，没有的应写0。");
  }

  /** The fees came into section six with the form of 2021. */
  @Test
  void a_report_of_before_is_not_asked_for_the_fees() {
    assertThat(
            found(report(OVERVIEW).replace("2023年", "2020年").replace(SECTION_SIX, "没有其他需要报告的事项。")))
        .isEmpty();
  }

  @Test
  void a_report_on_no_known_year_is_told_nothing_of_its_sentences() {
    String html = report("共收到政府信息公开申请1091件。");
    assertThat(found(html)).hasSize(1);
    assertThat(found(html.replace("2023年", ""))).isEmpty();
  }

  private List<Finding> years(String overview) {
    return examiner
        .examine(ofDepartment(overview).getBytes(StandardCharsets.UTF_8))
        .findings()
        .stream()
        .filter(finding -> finding.kind() == Finding.Kind.YEAR)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022年，本机关新收政府信息公开申请99件，办结98件。",
        "2022年度，我局共收到政府信息公开申请33件，均按时答复。2022年主动公开信息120条。",
        "2022年我局认真落实条例，共收到政府信息公开申请99件，上年结转1件，办结98件。"
      })
  void figures_of_another_year_alone_may_be_left_over(String overview) {
    assertThat(years(overview))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.LOOK);
              assertThat(finding.chinese()).contains("说的是2022年", "没有写明2023年");
              assertThat(finding.english()).contains("2022", "2023");
              assertThat(finding.place()).isEqualTo(Place.line(0, 4));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022年，本机关新收政府信息公开申请99件。2023年，新收政府信息公开申请1090件。",
        "2022年，本机关新收政府信息公开申请99件。全年新收政府信息公开申请1090件。",
        "2022年，本机关新收政府信息公开申请99件。2023年，未收到政府信息公开申请。",
        "2022年，本机关新收政府信息公开申请99件，同比增长5%。",
        "与2022年收到政府信息公开申请99件相比，有所减少。",
        "2022年结转政府信息公开申请9件，已办结9件。",
        "2022年上半年收到政府信息公开申请9件。",
        "2020年至2022年收到政府信息公开申请90件。",
        "2024年，计划办结政府信息公开申请9件。",
        "根据2022年印发的通知，共收到政府信息公开申请9件。",
        "根据国办公开办函〔2019〕60号，办结政府信息公开申请9件。",
        "2022年12月20日收到政府信息公开申请9件。",
        "2022年，受理行政许可申请99件。",
        "2022年，省政府收到政府信息公开申请99件。"
      })
  void years_that_are_compared_carried_over_planned_or_of_others_are_not(String overview) {
    assertThat(years(overview)).isEmpty();
  }

  @Test
  void a_text_without_end_is_left_out_and_the_rest_is_read() {
    String long1 = "共收到政府信息公开申请1091件。" + "收到申请，".repeat(1_000);
    assertThat(found(report(long1))).isEmpty();
    assertThat(found(report(long1).replace("政策解读的形式", "共收到政府信息公开申请1092件，政策解读的形式"))).hasSize(1);
  }

  /** As the processor counts, since a busy machine takes any time. */
  @Test
  void no_text_takes_long() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (String piece :
        List.of("12件", "其中", "《条例》（", "收到申请1件、", "一二三", "（（", "占12%，", "上年结转和本年新收共")) {
      String html = report(("<p>" + piece.repeat(1_900 / piece.length()) + "</p>").repeat(40));
      long before = threads.getCurrentThreadCpuTime();
      found(html);
      assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before))
          .as(piece)
          .isLessThan(Duration.ofSeconds(8));
    }
  }
}
