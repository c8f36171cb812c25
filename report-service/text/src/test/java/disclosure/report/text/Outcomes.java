package disclosure.report.text;

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

  static Outcomes of(Corpus corpus, List<Corpus.Sentence> sentences) {
    Outcomes outcomes = new Outcomes();
    sentences.forEach(sentence -> outcomes.judge(sentence, corpus.table(sentence)));
    return outcomes;
  }

  private void judge(Corpus.Sentence sentence, Corpus.Table table) {
    List<String> found = new ArrayList<>();
    Paragraph paragraph = new Paragraph(Section.OVERVIEW, sentence.text());
    ReportText text = ReportText.of(table.publisher(), List.of(paragraph));
    text.contradictions(table.figures()).forEach(each -> found.add(each.said()));
    if (!text.allInTime().isEmpty()
        && table.named().getOrDefault("逾期", BigDecimal.ZERO).signum() > 0) {
      found.add("按时");
    }
    FeeStatement fees = FeeStatement.of(List.of(sentence.text()));
    fee(fees.notices(), "费件", table, found);
    fee(fees.noticedYuan(), "费额", table, found);
    fee(fees.paidYuan(), "费收", table, found);
    Citations.wrong("国办公开办函〔2021〕30号", List.of(paragraph)).stream()
        .map(Citations.Wrong::found)
        .forEach(found::add);
    findings += found.size();
    List<String> expected =
        sentence.contradicts() ? sentence.claims().stream().map(this::said).toList() : List.of();
    found.stream()
        .filter(said -> expected.stream().noneMatch(claim -> isSaid(said, claim)))
        .forEach(said -> wrong.add(said + " in: " + sentence.table() + " " + sentence.text()));
    if (sentence.contradicts()) {
      contradictions++;
      if (found.isEmpty()) {
        missed.add(sentence.table() + " " + sentence.claims() + " " + sentence.text());
      } else {
        this.found++;
      }
    }
  }

  private static void fee(
      Optional<BigDecimal> told, String name, Corpus.Table table, List<String> found) {
    told.filter(number -> number.compareTo(table.named().get(name)) != 0)
        .ifPresent(number -> found.add(number.stripTrailingZeros().toPlainString()));
  }

  /** The number of a claim as findings tell it. */
  private String said(String claim) {
    String[] parts = claim.split("=");
    return parts.length == 1 ? parts[0] : parts[1].split(":")[0];
  }

  private static boolean isSaid(String said, String claim) {
    String told = said.endsWith("%") ? said.substring(0, said.length() - 1) : said;
    if (claim.equals("全办")) {
      return said.contains("办") || told.equals("100");
    }
    return told.equals(claim)
        || told.contains("第" + claim + "号")
        || told.contains("〕" + claim + "号")
        || told.contains(claim) && !claim.matches("[0-9.]+")
        || isNumber(told) && isNumber(claim) && sameMoney(told, claim);
  }

  private static boolean isNumber(String text) {
    return text.matches("[0-9]+(\\.[0-9]+)?");
  }

  /** Fees of table two are told in 万元 and compared in 元. */
  private static boolean sameMoney(String told, String claim) {
    BigDecimal number = new BigDecimal(claim);
    BigDecimal yuan = new BigDecimal(told);
    return yuan.compareTo(number) == 0 || yuan.movePointLeft(4).compareTo(number) == 0;
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
