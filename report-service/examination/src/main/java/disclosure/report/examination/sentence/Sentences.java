package disclosure.report.examination.sentence;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.Place;
import disclosure.report.examination.figure.Edition;
import disclosure.report.examination.finding.Finding;
import disclosure.report.examination.finding.Severity;
import disclosure.report.examination.line.Words;
import disclosure.report.examination.text.Origin;
import disclosure.report.examination.text.SectionTexts;
import disclosure.report.text.Contradiction;
import disclosure.report.text.Paragraph;
import disclosure.report.text.Publisher;
import disclosure.report.text.Section;
import disclosure.report.text.judge.Citations;
import disclosure.report.text.judge.FeeStatement;
import disclosure.report.text.judge.ReportText;
import disclosure.statistics.contract.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the sentences of a report say that can't be. */
public final class Sentences {

  /** What a character takes: it is looked at for each scope, by each word of the lexicon. */
  private static final long WORK_OF_CHARACTER = 60;

  /**
   * Names of places and governments, whose reports may be over all that lies below them; below a
   * township nothing does.
   */
  private static final Pattern MAY_BE_OVER_OTHERS =
      Pattern.compile("(?!.*[镇乡道](?:人民)?政府(?:办公室|办)?$).*(?:省|市|县|区|旗|州|盟|政府|政府办公[室厅]|政府办)");

  /** An office whose text never tells of all below it reports on itself. */
  private static final Pattern OFFICE = Pattern.compile(".*政府(?:办公[室厅]|办)");

  /** The year since which section six has to tell the three figures on fees. */
  private static final int FEES_SINCE = 2021;

  private Sentences() {}

  /**
   * The findings in the order of the text; none for a report of which the year isn't known.
   *
   * @param figures what the sentences are held against
   */
  public static List<Finding> findings(
      Origin origin, SectionTexts texts, SureFigures figures, Budget budget) {
    if (origin.year().isEmpty()) {
      return List.of();
    }
    int year = origin.year().getAsInt();
    ReadTexts read = ReadTexts.of(texts);
    budget.spend(read.length() * WORK_OF_CHARACTER);
    List<Finding> findings = new ArrayList<>();
    List<ReportText> readings = readings(Words.plain(origin.organ().orElse("")), year, read);
    for (Contradiction one : contradictions(readings, figures)) {
      findings.add(
          new Finding(
              Finding.Kind.SENTENCE,
              Severity.WRONG,
              read.place(one.quote()),
              one.cells().stream().findFirst().map(figures::place).orElse(Place.NONE),
              numbers(one),
              one.chinese() + "。",
              one.english() + "."));
    }
    leftOver(readings, year, read).ifPresent(findings::add);
    citations(year, read, findings);
    if (year >= FEES_SINCE && read.isWhole()) {
      fees(read, findings);
    }
    return findings;
  }

  /**
   * Whether a report is over an organ or over all below it, its file doesn't tell: where it can be
   * either, it is read as each.
   */
  private static List<ReportText> readings(String organ, int year, ReadTexts read) {
    boolean open = organ.isEmpty() || MAY_BE_OVER_OTHERS.matcher(organ).matches();
    List<ReportText> readings =
        (open ? List.of(Scope.OWN, Scope.LEVEL, Scope.SUBTREE) : List.of(Scope.OWN))
            .stream()
                .map(scope -> ReportText.of(new Publisher(organ, scope, year), read.paragraphs()))
                .toList();
    ReportText own = readings.get(0);
    boolean ownAlone =
        OFFICE.matcher(organ).matches()
            && readings.stream().allMatch(reading -> reading.tellsNoMoreThan(own));
    return ownAlone ? List.of(own) : readings;
  }

  /** Only what is wrong in each that it may be. */
  private static List<Contradiction> contradictions(
      List<ReportText> readings, SureFigures figures) {
    List<ReportText> likely = likely(readings, figures);
    List<Contradiction> found = likely.get(0).contradictions(figures);
    for (ReportText other : likely.subList(1, likely.size())) {
      found = found.stream().filter(other.contradictions(figures)::contains).toList();
    }
    return found;
  }

  /**
   * Whose report it is, its own figures tell: where some that it tells stand in its tables only
   * when it is read as one of them, it is that; or where all that it tells otherwise misses them by
   * little. Else it may be any.
   */
  private static List<ReportText> likely(List<ReportText> readings, SureFigures figures) {
    List<Integer> agreements = readings.stream().map(one -> one.agreements(figures)).toList();
    int most = agreements.stream().reduce(0, Math::max);
    if (most == 0) {
      List<ReportText> near = readings.stream().filter(one -> missesNearly(one, figures)).toList();
      return near.isEmpty() ? readings : near;
    }
    List<ReportText> likely = new ArrayList<>();
    for (int at = 0; at < readings.size(); at++) {
      if (agreements.get(at) == most) {
        likely.add(readings.get(at));
      }
    }
    return likely.stream().allMatch(one -> one.contradictions(figures).size() <= most)
        ? likely
        : readings;
  }

  private static boolean missesNearly(ReportText reading, SureFigures figures) {
    int near = reading.nearMisses(figures);
    return near > 0 && reading.contradictions(figures).size() <= near;
  }

  /** Whosever figures they are, last year's are left over. */
  private static Optional<Finding> leftOver(List<ReportText> readings, int year, ReadTexts read) {
    return readings.stream()
        .flatMap(reading -> reading.leftOver().stream())
        .findFirst()
        .map(
            one ->
                Finding.of(
                    Finding.Kind.YEAR,
                    Severity.LOOK,
                    read.place(one.quote()),
                    "“"
                        + one.quote().section().title()
                        + "”中写作“"
                        + one.quote().words()
                        + "”，说的是"
                        + one.year()
                        + "年，没有写明"
                        + year
                        + "年收到、办理申请的数量，可能是以前年度的内容未更新，请核对。",
                    one.quote().section().title()
                        + " says “"
                        + one.quote().words()
                        + "” of "
                        + one.year()
                        + ", and nothing tells how many applications there were in "
                        + year
                        + ": it may be left over from a report before."));
  }

  private static Optional<Finding.Numbers> numbers(Contradiction contradiction) {
    return number(contradiction.said())
        .flatMap(said -> number(contradiction.is()).map(is -> new Finding.Numbers(said, is)));
  }

  private static Optional<BigDecimal> number(String text) {
    String digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
    return digits.matches("-?\\d+(\\.\\d+)?")
        ? Optional.of(new BigDecimal(digits))
        : Optional.empty();
  }

  private static void citations(int year, ReadTexts read, List<Finding> findings) {
    for (Citations.Wrong cited : Citations.wrong(Edition.of(year).notice(), read.paragraphs())) {
      findings.add(
          Finding.of(
              Finding.Kind.CITATION,
              Severity.WRONG,
              read.first(cited.section(), cited.found()).orElse(Place.NONE),
              "“"
                  + cited.section().title()
                  + "”中写作“"
                  + cited.found()
                  + "”，应为“"
                  + cited.right()
                  + "”。",
              cited.section().title()
                  + " has “"
                  + cited.found()
                  + "”; it should be “"
                  + cited.right()
                  + "”."));
    }
  }

  private static void fees(ReadTexts read, List<Finding> findings) {
    List<String> told =
        read.paragraphs().stream()
            .filter(paragraph -> paragraph.section() == Section.OTHER_MATTERS)
            .map(Paragraph::text)
            .toList();
    if (told.isEmpty()) {
      return;
    }
    FeeStatement statement = FeeStatement.of(told);
    List<String> chinese = new ArrayList<>();
    List<String> english = new ArrayList<>();
    if (statement.notices().isEmpty()) {
      chinese.add("发出收费通知的件数");
      english.add("how many fee notices went out");
    }
    if (statement.noticedYuan().isEmpty()) {
      chinese.add("收费通知的总金额");
      english.add("what they asked for");
    }
    if (statement.paidYuan().isEmpty()) {
      chinese.add("实际收取的总金额");
      english.add("what was paid");
    }
    if (!chinese.isEmpty()) {
      String title = Section.OTHER_MATTERS.title();
      findings.add(
          Finding.of(
              Finding.Kind.FEE_STATEMENT,
              Severity.LOOK,
              read.first(Section.OTHER_MATTERS, "").orElse(Place.NONE),
              "“" + title + "”没有写明信息处理费" + String.join("、", chinese) + "，没有的应写0。",
              "Section six doesn't say of the information processing fee "
                  + String.join(", ", english)
                  + "; 0 is said too."));
    }
  }
}
