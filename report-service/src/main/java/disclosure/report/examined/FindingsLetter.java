package disclosure.report.examined;

import disclosure.edge.look.ChineseDates;
import disclosure.report.document.office.LetterDocument;
import disclosure.report.document.office.LetterDocument.Letter;
import disclosure.report.document.office.LetterDocument.Part;
import disclosure.report.examination.Examination;
import disclosure.report.examination.finding.Finding;
import disclosure.report.examination.finding.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The letter with which an examined report goes back: all that was found, for its organ. */
final class FindingsLetter {

  private static final String UNNAMED = "贵单位";
  private static final String UNSIGNED = "（发函单位）";
  private static final List<String> NUMBERS = List.of("一", "二");

  private FindingsLetter() {}

  /**
   * The letter as a DOCX.
   *
   * @param file what the file was called; empty when it was called nothing
   * @param sender who signs; a place to fill in when nobody is named
   */
  static byte[] of(String file, Examination read, Optional<String> sender, LocalDate day) {
    String organ = read.origin().organ().orElse("");
    String report =
        (read.origin().year().isPresent() ? read.origin().year().getAsInt() + "年" : "")
            + "政府信息公开工作年度报告";
    List<Finding> wrong = found(read, Severity.WRONG);
    List<Finding> look = found(read, Severity.LOOK);
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("", List.of(opening(file, organ, report, wrong.size(), look.size()))));
    part("需要更正的问题", wrong, parts);
    part("需要核对的问题", look, parts);
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
            ChineseDates.of(day)));
  }

  private static List<Finding> found(Examination read, Severity severity) {
    return read.findings().stream().filter(finding -> finding.severity() == severity).toList();
  }

  private static String opening(String file, String organ, String report, int wrong, int look) {
    String which = (organ.isEmpty() ? UNNAMED : "你单位") + report;
    String named = file.isEmpty() ? "" : "（文件：" + file + "）";
    String examined = "经对" + which + named + "进行核查，";
    if (wrong == 0 && look == 0) {
      return examined + "表格勾稽关系和文字表述未发现问题。";
    }
    return examined + "发现需要更正的问题" + wrong + "处、需要核对的问题" + look + "处。现将有关情况函告如下：";
  }

  private static void part(String heading, List<Finding> findings, List<Part> parts) {
    if (!findings.isEmpty()) {
      List<String> paragraphs = new ArrayList<>();
      for (int i = 0; i < findings.size(); i++) {
        paragraphs.add(i + 1 + "." + findings.get(i).chinese() + places(findings.get(i)));
      }
      parts.add(new Part(NUMBERS.get(parts.size() - 1) + "、" + heading, paragraphs));
    }
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
