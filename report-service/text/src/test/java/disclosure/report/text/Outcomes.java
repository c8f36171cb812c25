package disclosure.report.text;

import disclosure.report.text.judge.Citations;
import disclosure.report.text.judge.FeeStatement;
import disclosure.report.text.judge.ReportText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How sentences of the corpus were judged. */
final class Outcomes {

  private int findings;
  private int contradictions;
  private int found;
  private final List<String> wrong = new ArrayList<>();
  private final List<String> missed = new ArrayList<>();

  /** What was found: the number told and the one that it should be. */
  private record Finding(String said, String is) {}

  static Outcomes of(Corpus corpus, List<Corpus.Sentence> sentences) {
    Outcomes outcomes = new Outcomes();
    sentences.forEach(sentence -> outcomes.judge(sentence, corpus.table(sentence)));
    return outcomes;
  }

  private void judge(Corpus.Sentence sentence, Corpus.Table table) {
    List<FalseClaim> expected =
        sentence.contradicts()
            ? sentence.claims().stream()
                .flatMap(claim -> FalseClaim.of(claim, table).stream())
                .toList()
            : List.of();
    if (sentence.contradicts() && expected.isEmpty()) {
      throw new IllegalStateException("no claim is false: " + sentence);
    }
    List<Finding> all = findings(sentence, table);
    List<Finding> right =
        all.stream()
            .filter(each -> expected.stream().anyMatch(c -> c.is(each.said(), each.is())))
            .toList();
    findings += all.size();
    all.stream()
        .filter(each -> !right.contains(each))
        .forEach(each -> wrong.add(each + " in: " + sentence.table() + " " + sentence.text()));
    if (sentence.contradicts()) {
      contradictions++;
      if (right.isEmpty()) {
        missed.add(sentence.table() + " " + sentence.claims() + " " + sentence.text());
      } else {
        this.found++;
      }
    }
  }

  private static List<Finding> findings(Corpus.Sentence sentence, Corpus.Table table) {
    List<Finding> found = new ArrayList<>();
    Paragraph paragraph = new Paragraph(Section.OVERVIEW, sentence.text());
    ReportText text = ReportText.of(table.publisher(), List.of(paragraph));
    text.contradictions(table.figures())
        .forEach(each -> found.add(new Finding(each.said(), each.is())));
    if (!text.allInTime().isEmpty()
        && table.named().getOrDefault("逾期", BigDecimal.ZERO).signum() > 0) {
      found.add(new Finding("按时", "逾期"));
    }
    FeeStatement fees = FeeStatement.of(List.of(sentence.text()));
    fee(fees.notices(), "费件", table, found);
    fee(fees.noticedYuan(), "费额", table, found);
    fee(fees.paidYuan(), "费收", table, found);
    Citations.wrong("国办公开办函〔2021〕30号", List.of(paragraph))
        .forEach(each -> found.add(new Finding(each.found(), each.right())));
    return found;
  }

  private static void fee(
      Optional<BigDecimal> told, String name, Corpus.Table table, List<Finding> found) {
    BigDecimal is = table.named().get(name);
    told.filter(number -> number.compareTo(is) != 0)
        .ifPresent(
            number -> found.add(new Finding(FalseClaim.plain(number), FalseClaim.plain(is))));
  }

  double precision() {
    return findings == 0 ? 1 : (findings - wrong.size()) / (double) findings;
  }

  double recall() {
    return contradictions == 0 ? 1 : this.found / (double) contradictions;
  }

  List<String> wrong() {
    return wrong;
  }

  List<String> missed() {
    return missed;
  }

  Map<String, Integer> counts() {
    return Map.of("findings", findings, "contradictions", contradictions, "found", this.found);
  }
}
