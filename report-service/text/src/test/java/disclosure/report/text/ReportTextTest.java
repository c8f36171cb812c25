package disclosure.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.text.judge.FeeStatement;
import disclosure.report.text.judge.ReportText;
import disclosure.requests.contract.FormRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An own department: received 12 (natural persons 10, enterprises 2), carried in 1, disclosed 3,
 * partially disclosed 2, not held 5, other handling 1, concluded 11, carried out 2.
 */
class ReportTextTest {

  private static final Corpus CORPUS = Corpus.read("sentences.txt");
  private static final Corpus.Table TABLE =
      CORPUS.table(new Corpus.Sentence("局", "=", List.of(), ""));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "共收到12件，其中网络8件，信函4件，已办结10件，结转2件。|“一、总体情况”中写作“办结10件”，表三“三（七）总计”总计为11",
        "2025年共收到依申请公开件12件，上年度结转办理件1件，共办结11件，结转到2026年办理3件。|“一、总体情况”中写作“结转到2026年办理3件”，表三“四"
            + " 结转下年度继续办理”总计为2",
        "2025年共收到14份政府信息公开申请。|“一、总体情况”中写作“收到14份”，表三“一 本年新收”总计为12",
        "2025年共收到政府信息公开申请１４件。|“一、总体情况”中写作“收到政府信息公开申请１４件”，表三“一 本年新收”总计为12",
        "给予同意公开答复6件。|“一、总体情况”中写作“同意公开答复6件”，表三“三（一）予以公开”总计为3",
        "全年收到政府信息公开申请十四件。|“一、总体情况”中写作“收到政府信息公开申请十四件”，表三“一 本年新收”总计为12",
        "予以公开3件，占32%。|“一、总体情况”中写作“占32%”，3件占表三“三（七）总计”总计11件的比例为27.27%",
        "收到申请12件，其中自然人10件，占95%。|“一、总体情况”中写作“占95%”，10件占表三“一 本年新收”总计12件的比例为83.33%",
        "收到申请12件，其中来自自然人10件，占申请总量的95%。|“一、总体情况”中写作“占申请总量的95%”，10件占表三“一 本年新收”总计12件的比例为83.33%",
        "收到申请12件，其中自然人申请10件，占比83%；商业企业2件，占比17%；予以公开3件，占比20%。|“一、总体情况”中写作“占比20%”，3件占表三“三（七）总计”总计11件的比例为27.27%",
        "办结11件，其中自然人10件，占95%。|“一、总体情况”中写作“占95%”，10件占表三“三（七）总计”总计11件的比例为90.91%",
        "收到申请12件，自然人提出的10件，占新收总数的95%。|“一、总体情况”中写作“占新收总数的95%”，10件占表三“一 本年新收”总计12件的比例为83.33%",
        "在11件办结件中，予以公开3件，占32%。|“一、总体情况”中写作“占32%”，3件占表三“三（七）总计”总计11件的比例为27.27%",
        "予以公开3件，占受理总数的30%。|“一、总体情况”中写作“占受理总数的30%”，3件占表三“一 本年新收”总计12件的比例为25%",
      })
  void what_contradicts_a_table_names_both_places_and_both_numbers(
      String sentence, String message) {
    assertThat(found(sentence)).extracting(Contradiction::chinese).containsExactly(message);
  }

  /** What is passed over without a rule of its own. */
  @ParameterizedTest
  @CsvSource({
    "通过网站、信函、当面等方式共收到政府信息公开申请19件。, 19",
    "水利局全年收到依申请公开14件。, 14",
    "收到依申请公开12件，其中通过县政府网站平台收到9件；予以公开4件。, 4",
    "收到依申请公开12件，其中企业2件，结转下年3件。, 3",
    "收到依申请公开12件，上年结转1件，共计15件。, 15",
    "2024年结转至2025年办理的政府信息公开申请3件。, 3",
    "收到依申请公开12件（其中水权转让申请2件），结转下年3件。, 3",
    "共收到政府信息公开申请21件次。, 21",
    "全年收到依申请公开12件（其中信件申请3件），结转下年4件。, 4",
    "收到政府信息公开申请12件，其中网络申请12件，结转下年度4件。, 4",
    "本年度未收到任何要求公开政府信息的申请。, 0",
  })
  void what_pages_say_in_other_ways_is_compared(String sentence, String said) {
    assertThat(found(sentence)).extracting(Contradiction::said).contains(said);
  }

  @Test
  void all_concluded_contradicts_what_is_carried_out() {
    String sentence = "全年所有申请均在法定答复期限内办结，办结率为100%。";
    assertThat(found(sentence)).extracting(Contradiction::is).containsExactly("2", "84.62%");
    assertThat(read(sentence).allInTime()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "上述答复中，予以公开及部分公开的5件，占45.45%。",
        "12345平台转来诉求3,615件均已办结，办理率100%。",
        "全年受理行政许可申请1483件，未收到投诉。",
        "共办结代表建议和委员提案26件，全部按时办结。",
        "县直各部门共收到政府信息公开申请156件。",
        "办结11件、结转下年度2件。",
        "共公开1200条，其中解读30条，预决算45条。",
        "主动公开5,074条，其中概况类123条，政务动态3,088条，信息公开目录1,863条。",
        "部分申请未能全部按时答复。",
        "行政复议0件，其中自然人3件。",
        "没有因不予公开引起的行政复议。",
        "公示行政许可56条、行政强制2条。",
        "根据《条例》第36条予以公开。",
        "办结11件（受理12件，上年结转1件，结转下年2件）。",
        "收到申请12件，所有办结件中，予以公开3件。",
        "收到申请（2024年）15件。",
      })
  void what_agrees_or_is_about_something_else_passes(String sentence) {
    assertThat(found(sentence)).isEmpty();
    assertThat(read(sentence).allInTime()).isEmpty();
  }

  @Test
  void all_in_time_is_quoted_from_its_first_word_to_its_last() {
    assertThat(read("收到申请27件，26件全部按时办结（1件正在补正）。").allInTime())
        .extracting(Quote::words)
        .containsExactly("全部按时办结");
  }

  @Test
  void a_sentence_is_quoted_whole_beside_its_words() {
    assertThat(found("认真履职。全年收到申请 15 件，办结11件。以公开为常态。"))
        .extracting(Contradiction::quote)
        .containsExactly(new Quote(Section.OVERVIEW, "全年收到申请 15 件，办结11件", "收到申请 15 件"));
  }

  @Test
  void a_heading_says_what_the_paragraphs_after_it_are_about() {
    assertThat(found("（四）12345热线办理", "全年收到17件，办结率100%。", "办结15件。")).isEmpty();
    assertThat(found("（四）12345热线办理。", "（五）政府信息公开申请", "收到申请17件。"))
        .extracting(Contradiction::said)
        .containsExactly("17");
    assertThat(found("（二）依申请公开情况。", "全年办结17件。"))
        .extracting(Contradiction::said)
        .containsExactly("17");
    assertThat(found("（二）依申请公开情况。", "工作有序。", "全年办结17件。")).isEmpty();
    assertThat(found("抓好12345热线办理和网站建设，提高服务水平，回应群众关切。", "收到申请17件。"))
        .extracting(Contradiction::said)
        .containsExactly("17");
  }

  @Test
  void a_share_above_the_whole_is_never_told() {
    Cell received = new Cell.Application(FormRow.NEWLY_RECEIVED, Optional.empty());
    Figures less =
        cell -> cell.equals(received) ? Optional.of(BigDecimal.ONE) : TABLE.figures().at(cell);
    assertThat(read("收到自然人申请10件，占75%。").contradictions(TABLE.figures()))
        .extracting(Contradiction::is)
        .containsExactly("83.33%");
    assertThat(read("收到自然人申请10件，占75%。").contradictions(less)).isEmpty();
    assertThat(read("办结率为90%。").contradictions(less)).isEmpty();
  }

  /** 复议 5 with 2 upheld. */
  @Test
  void results_of_disputes_are_shares_of_disputes() {
    Corpus.Table table = CORPUS.table(new Corpus.Sentence("办", "=", List.of(), ""));
    ReportText right =
        ReportText.of(
            table.publisher(),
            List.of(new Paragraph(Section.OVERVIEW, "被申请行政复议案件中，行政复议结果维持2件，占40%。")));
    assertThat(right.contradictions(table.figures())).isEmpty();
    ReportText wrong =
        ReportText.of(
            table.publisher(),
            List.of(new Paragraph(Section.OVERVIEW, "被申请行政复议案件中，行政复议结果维持2件，占45%。")));
    assertThat(wrong.contradictions(table.figures()))
        .extracting(Contradiction::chinese)
        .containsExactly("“一、总体情况”中写作“占45%”，2件占表四“行政复议”总计5件的比例为40%");
  }

  @Test
  void a_figure_that_no_table_has_is_never_compared() {
    ReportText text =
        ReportText.of(
            TABLE.publisher(), List.of(new Paragraph(Section.OVERVIEW, "全年收到申请15件，办结13件。")));
    assertThat(text.contradictions(cell -> Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "收费通知的件数、总金额以及实际收取的总金额均为0。|0|0|0",
        "发出收费通知一件，总金额0.12万元，实际收取1200元。|1|1200|1200",
        "未收取信息处理费。|||0",
        "未收取政府信息公开处理费。|||",
        "本年度未发出收费通知，总金额0元，未收取信息处理费。|0|0|0",
        "1.发出收费通知两件；2.总金额1,580元；3.实收380元。|2|1580|380",
        "依据《政府信息公开信息处理费管理办法》，收取信息处理费共计400元。|||400",
        "行政事业性收费总金额12万元。|||",
        "未发出信息处理费收费通知。|0||",
      })
  void fees_are_told_in_many_forms(String text, String notices, String noticed, String paid) {
    FeeStatement told = FeeStatement.of(List.of(text));
    assertThat(told.notices().map(Object::toString).orElse(null)).isEqualTo(notices);
    assertThat(told.noticedYuan().map(n -> n.stripTrailingZeros().toPlainString()).orElse(null))
        .isEqualTo(noticed);
    assertThat(told.paidYuan().map(n -> n.stripTrailingZeros().toPlainString()).orElse(null))
        .isEqualTo(paid);
  }

  private static List<Contradiction> found(String... paragraphs) {
    return read(paragraphs).contradictions(TABLE.figures());
  }

  private static ReportText read(String... paragraphs) {
    return ReportText.of(
        TABLE.publisher(),
        Stream.of(paragraphs).map(text -> new Paragraph(Section.OVERVIEW, text)).toList());
  }

  @Test
  void what_may_be_told_of_a_cell_that_is_not_known_contradicts_nothing() {
    Cell carriedIn = new Cell.Application(FormRow.CARRIED_IN, Optional.empty());
    Figures without = cell -> cell.equals(carriedIn) ? Optional.empty() : TABLE.figures().at(cell);
    for (String sentence : List.of("2025年共受理申请15件。")) {
      assertThat(found(sentence)).as(sentence).isNotEmpty();
      assertThat(read(sentence).contradictions(without)).as(sentence).isEmpty();
    }
  }

  @Test
  void the_cells_are_named_that_the_other_number_comes_from() {
    assertThat(found("予以公开4件。"))
        .flatExtracting(Contradiction::cells)
        .containsExactly(new Cell.Application(FormRow.DISCLOSED, Optional.empty()));
  }
}
