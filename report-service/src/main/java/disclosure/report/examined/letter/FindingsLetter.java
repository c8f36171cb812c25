package disclosure.report.examined.letter;

import disclosure.edge.look.ChineseDates;
import disclosure.report.document.office.LetterDocument;
import disclosure.report.document.office.LetterDocument.Letter;
import disclosure.report.document.office.LetterDocument.Part;
import disclosure.report.examination.Examination;
import disclosure.report.examination.figure.Edition;
import disclosure.report.examination.finding.Finding;
import disclosure.report.examination.finding.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The letter with which an examined report goes back: all that was found, for its organ. */
public final class FindingsLetter {

  private static final String UNNAMED = "你单位";
  private static final String UNSIGNED = "（发函单位）";
  private static final List<String> NUMBERS = List.of("一", "二");

  private FindingsLetter() {}

  /**
   * The letter as a DOCX.
   *
   * @param file what the file was called; empty when it was called nothing
   * @param sender who signs; a place to fill in when nobody is named
   */
  public static byte[] of(String file, Examination read, Optional<String> sender, LocalDate day) {
    String organ = read.origin().organ().orElse("");
    String report =
        (read.origin().year().isPresent() ? read.origin().year().getAsInt() + "年" : "")
            + "政府信息公开工作年度报告";
    List<Finding> wrong = found(read, Severity.WRONG);
    List<Finding> look = found(read, Severity.LOOK);
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("", List.of(opening(file, report, wrong.size(), look.size()))));
    part("需要更正的问题", wrong, read.edition(), parts);
    part("需要核对的问题", look, read.edition(), parts);
    parts.add(
        new Part(
            "",
            List.of(
                wrong.isEmpty() && look.isEmpty()
                    ? "特此函告。"
                    : "请对以上问题逐项核对，对确有错误的予以更正，并将核对、更正情况函复。")));
    return LetterDocument.render(
        new Letter(
            "关于" + organ + report + "核查情况的函",
            organ.isEmpty() ? UNNAMED : organ,
            parts,
            sender.filter(name -> !name.isBlank()).orElse(UNSIGNED),
            ChineseDates.inChinese(day)));
  }

  private static List<Finding> found(Examination read, Severity severity) {
    return read.findings().stream().filter(finding -> finding.severity() == severity).toList();
  }

  private static String opening(String file, String report, int wrong, int look) {
    String named = file.isEmpty() ? "" : "（文件：" + file + "）";
    String examined = "经对你单位" + report + named + "进行核查，";
    if (wrong == 0 && look == 0) {
      return examined + "表格勾稽关系和文字表述未发现问题。";
    }
    List<String> counts = new ArrayList<>();
    if (wrong > 0) {
      counts.add("需要更正的问题" + wrong + "处");
    }
    if (look > 0) {
      counts.add("需要核对的问题" + look + "处");
    }
    return examined + "发现" + String.join("、", counts) + "。现将有关情况函告如下：";
  }

  private static void part(
      String heading, List<Finding> findings, Edition edition, List<Part> parts) {
    if (!findings.isEmpty()) {
      List<String> paragraphs = new ArrayList<>();
      for (int i = 0; i < findings.size(); i++) {
        Finding finding = findings.get(i);
        paragraphs.add(i + 1 + "." + finding.chinese() + basis(finding, edition) + places(finding));
      }
      parts.add(new Part(NUMBERS.get(parts.size() - 1) + "、" + heading, paragraphs));
    }
  }

  /** What the sums rest on. Only that of in and out is printed in the form. */
  private static String basis(Finding finding, Edition edition) {
    String form = "年度报告格式（" + edition.notice() + "）";
    return switch (finding.kind()) {
      case IN_EQUALS_OUT -> "依据：" + form + "表三注明的勾稽关系“第一项加第二项之和，等于第三项加第四项之和”。";
      case CONCLUDED_IS_SUM -> "依据：" + form + "表三第三项中“（七）总计”一行。";
      case TOTAL_IS_SUM -> "依据：" + form + "表三“总计”一列。";
      case DISPUTES_ADD_UP -> "依据：" + form + "表四“总计”一列。";
      case EDITION,
          SECTION_MISSING,
          TABLE_MISSING,
          ROWS_MISSING,
          CELLS_MISSING,
          CELLS_UNFILLED,
          CELLS_UNREAD,
          CELLS_DOUBTFUL,
          READING,
          IMPOSSIBLE_FIGURE,
          UNIT,
          YEAR,
          NAME,
          SENTENCE,
          CITATION,
          FEE_STATEMENT ->
          "";
    };
  }

  private static String places(Finding finding) {
    String place = finding.place().chinese();
    String other = finding.otherPlace().chinese();
    if (place.isEmpty()) {
      return "";
    }
    return other.isEmpty() || other.equals(place)
        ? "（位置：" + place + "）"
        : "（位置：" + place + "；" + other + "）";
  }
}
