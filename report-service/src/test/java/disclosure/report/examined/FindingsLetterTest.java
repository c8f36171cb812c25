package disclosure.report.examined;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.document.print.HtmlDocument;
import disclosure.report.examination.Examination;
import disclosure.report.examination.Examiner;
import disclosure.report.examination.document.Limits;
import disclosure.report.examination.finding.Finding;
import disclosure.report.examined.letter.FindingsLetter;
import disclosure.report.form.TestReports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

/** Letters as a word processor reads them. */
class FindingsLetterTest {

  private static final LocalDate DAY = LocalDate.of(2025, 3, 4);

  private final Examiner examiner = new Examiner(Limits.USUAL);

  private static List<String> paragraphs(byte[] docx) {
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
      return document.getParagraphs().stream()
          .map(XWPFParagraph::getText)
          .filter(text -> !text.isBlank())
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** All that stands in a letter. */
  static String text(byte[] docx) {
    return paragraphs(docx).stream().collect(Collectors.joining("\n"));
  }

  private List<String> letter(byte[] file, String name, Optional<String> sender) {
    return paragraphs(FindingsLetter.of(name, examiner.examine(file), sender, DAY));
  }

  @Test
  void every_finding_stands_in_it_with_its_sentence_and_places() {
    Examination read = examiner.examine(TestFiles.notAddingUp());
    List<String> letter = letter(TestFiles.notAddingUp(), "临县.html", Optional.of("某市人民政府办公室"));
    assertThat(letter)
        .startsWith("关于临县人民政府办公室2024年政府信息公开工作年度报告核查情况的函", "临县人民政府办公室：")
        .endsWith("某市人民政府办公室", "2025年3月4日")
        .contains("一、需要更正的问题", "二、需要核对的问题");
    assertThat(letter.get(2))
        .contains(
            "临县.html",
            "需要更正的问题"
                + read.findings().stream()
                    .filter(finding -> finding.severity().label().equals("错误"))
                    .count()
                + "处");
    for (Finding finding : read.findings()) {
      assertThat(letter).anyMatch(line -> line.contains(finding.chinese()));
    }
    assertThat(letter)
        .anySatisfy(
            line -> assertThat(line).startsWith("1.").contains("27", "26").contains("（位置：第"));
  }

  /** In and out rest on what the form has in print, the other sums on its totals. */
  @Test
  void sums_are_told_with_the_form_that_they_rest_on() {
    List<String> letter = letter(TestFiles.notAddingUp(), "", Optional.empty());
    assertThat(letter)
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("“一”加“二”为", "（国办公开办函〔2021〕30号）表三注明的勾稽关系“第一项加第二项之和，等于第三项加第四项之和”"))
        .anySatisfy(line -> assertThat(line).contains("各类申请人之和为", "（国办公开办函〔2021〕30号）表三“总计”一列。"));
  }

  @Test
  void an_organ_without_a_name_is_spoken_to_as_the_others_are() {
    byte[] unnamed =
        new String(TestFiles.notAddingUp(), StandardCharsets.UTF_8)
            .replace("临县人民政府办公室", "")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(letter(unnamed, "", Optional.empty()))
        .contains("你单位：")
        .noneMatch(line -> line.contains("贵单位"));
  }

  @Test
  void a_severity_without_findings_is_not_counted() {
    byte[] unclear =
        new String(new HtmlDocument().render(TestReports.linxian()), StandardCharsets.UTF_8)
            .replace("本机关2024年度未收取信息处理费。", "无。")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(letter(unclear, "", Optional.empty()))
        .anyMatch(line -> line.contains("发现需要核对的问题1处。"))
        .noneMatch(line -> line.contains("0处"));
  }

  @Test
  void a_report_without_findings_is_told_so() {
    byte[] sound =
        new String(new HtmlDocument().render(TestReports.linxian()), StandardCharsets.UTF_8)
            .replace("本机关2024年度未收取信息处理费。", "发出收费通知0件，总金额0元，未收取信息处理费。")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(examiner.examine(sound).findings()).isEmpty();
    assertThat(letter(sound, "", Optional.empty()))
        .anyMatch(line -> line.endsWith("未发现问题。"))
        .contains("特此函告。", "（发函单位）")
        .noneMatch(line -> line.contains("一、"));
  }

  @Test
  void what_can_not_be_printed_breaks_no_letter() {
    assertThat(letter(TestFiles.html(), "a\u0001b\u202E<&>.html", Optional.empty()))
        .anyMatch(line -> line.contains("a b <&>.html"));
  }
}
