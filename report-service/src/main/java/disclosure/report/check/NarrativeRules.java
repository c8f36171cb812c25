package disclosure.report.check;

import disclosure.report.content.NamedFigure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the texts say against the tables, against themselves, and against the clock. */
final class NarrativeRules {

  /** A sentence about another year, or comparing with one, tells figures that no table here has. */
  private static final Pattern YEAR = Pattern.compile("(\\d{4})\\s*年");

  private static final Pattern COMPARES = Pattern.compile("同比|较上年|比上年|去年|上年度?(?!度?结转)|上一年|累计");

  /** A total, 其中, and its parts, all in the same unit. */
  private static final Pattern SUM =
      Pattern.compile("(?<total>\\d{1,12})(?<unit>[条件次个篇期份项起])[，,]?其中[，,：:]?(?<parts>[^。；;]+)");

  private static final Pattern STATED_WHOLE =
      Pattern.compile("(?:总计|合计|共计|总数|共)[^\\d，,。；;]{0,12}$");

  private static final Pattern ALL_IN_TIME =
      Pattern.compile(
          "(?:全部|均|都)[^。；，,]{0,8}(?:按时|按期|(?:法定|规定)(?:的)?(?:期限|时限|时间|时效)(?:之)?内)[^。；，,]{0,8}(?:办结|答复|办理|回复)"
              + "|(?:按时|按期)(?:办结|答复|回复)率[^。；，,\\d]{0,6}100");

  private NarrativeRules() {}

  static List<Finding> agreesWithTables(CheckedReport report) {
    List<Finding> findings = new ArrayList<>();
    for (Passage passage : Passage.of(report.content())) {
      parts(passage, findings);
      if (isAbout(report.year(), passage.sentence())) {
        claims(passage, report, findings);
      }
    }
    findings.addAll(FeeStatement.otherThanTheRegister(report));
    return findings;
  }

  private static boolean isAbout(int year, String sentence) {
    return !COMPARES.matcher(sentence).find()
        && YEAR.matcher(sentence)
            .results()
            .allMatch(told -> Integer.parseInt(told.group(1)) == year);
  }

  /** A number that one way of telling has taken isn't read again by another. */
  private static void claims(Passage passage, CheckedReport report, List<Finding> findings) {
    List<Integer> taken = new ArrayList<>();
    for (Claim claim : Claim.ALL) {
      Matcher told = claim.told().matcher(passage.sentence());
      while (told.find()) {
        if (!taken.contains(told.start("n"))) {
          taken.add(told.start("n"));
          long number = Long.parseLong(told.group("n"));
          List<Long> figures = claim.figures().apply(report);
          if (!figures.contains(number)) {
            findings.add(
                Finding.broken(
                    "“%s”中写作“%s”，%s为%d",
                    "%s says “%s”, %s is %d",
                    passage.place(),
                    told.group().strip(),
                    claim.cell(),
                    figures.get(0)));
          }
        }
      }
    }
  }

  private static void parts(Passage passage, List<Finding> findings) {
    Matcher told = SUM.matcher(passage.sentence());
    while (told.find()) {
      List<Long> parts =
          Pattern.compile("(\\d{1,12})" + told.group("unit"))
              .matcher(told.group("parts"))
              .results()
              .map(part -> Long.parseLong(part.group(1)))
              .toList();
      long total = Long.parseLong(told.group("total"));
      long sum = parts.stream().mapToLong(Long::longValue).sum();
      boolean whole = STATED_WHOLE.matcher(passage.sentence().substring(0, told.start())).find();
      if (parts.size() > 1 && (sum > total || whole && sum != total)) {
        findings.add(
            Finding.broken(
                "“%s”中写作“%s”，其后各项之和为%d",
                "%s says “%s”, the parts after it add up to %d",
                passage.place(),
                told.group("total") + told.group("unit"),
                sum));
      }
    }
  }

  static List<Finding> namedFiguresAddUp(CheckedReport report) {
    Map<String, NamedFigure> figures = new HashMap<>();
    report.content().figures().forEach(figure -> figures.put(figure.name(), figure));
    List<Finding> findings = new ArrayList<>();
    for (NamedFigure figure : report.content().figures()) {
      long sum = figure.parts().stream().mapToLong(part -> figures.get(part).value()).sum();
      if (!figure.parts().isEmpty() && sum != figure.value()) {
        findings.add(
            Finding.broken(
                "“%s”为%d，其各分项（%s）之和为%d",
                "“%s” is %d, its parts (%s) add up to %d",
                figure.label(),
                figure.value(),
                String.join(
                    "、",
                    figure.parts().stream().map(figures::get).map(NamedFigure::label).toList()),
                sum));
      }
    }
    return findings;
  }

  static List<Finding> inTimeAsTold(CheckedReport report) {
    List<Finding> findings = new ArrayList<>();
    for (Passage passage : Passage.of(report.content())) {
      ALL_IN_TIME
          .matcher(passage.sentence())
          .results()
          .map(MatchResult::group)
          .forEach(told -> inTime(passage.place(), told, report, findings));
    }
    return findings;
  }

  private static void inTime(
      String place, String told, CheckedReport report, List<Finding> findings) {
    if (report.handling().isEmpty()) {
      findings.add(YearReviewRules.unknown());
      return;
    }
    int late = report.handling().get().late().size();
    int overdue = report.handling().get().overdue().size();
    if (late + overdue > 0) {
      findings.add(
          Finding.broken(
              "“%s”中写作“%s”，登记系统中逾期答复的申请为%d件，超期未答复的申请为%d件",
              "%s says “%s”; the register has %d applications answered late and %d overdue",
              place,
              told,
              late,
              overdue));
    }
  }
}
