package disclosure.report.text;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A claim of the corpus that its table says otherwise than; the others of the same sentence are
 * true, and a finding on one of them is as wrong as one on a true sentence.
 *
 * @param told as the sentence has it
 * @param right what a finding may tell instead; empty where it may tell anything
 */
record FalseClaim(String told, List<String> right) {

  private static final String ORGANISATIONS = "新收.组织";

  /** What a sentence may mean by the same words; the name itself comes first. */
  private static final Map<String, List<String>> EITHER =
      Map.of(
          "新收",
          List.of("新收", "新收+结转入"),
          "新收+结转入",
          List.of("新收+结转入", "新收", "办结"),
          "诉讼",
          List.of("直诉+后诉", "直诉", "后诉"));

  /** Empty when the claim is true. */
  static Optional<FalseClaim> of(String claim, Corpus.Table table) {
    if (claim.equals("全办")) {
      return figure("结转出", table).signum() > 0
          ? Optional.of(new FalseClaim(claim, List.of()))
          : Optional.empty();
    }
    if (claim.equals("按时")) {
      return table.named().getOrDefault("逾期", BigDecimal.ZERO).signum() > 0
          ? Optional.of(new FalseClaim(claim, List.of()))
          : Optional.empty();
    }
    String[] parts = claim.split("[=:]");
    if (parts.length == 3) {
      boolean share = parts[0].equals("占");
      boolean same = share ? isRounded(parts[1], parts[2]) : parts[1].equals(parts[2]);
      return same
          ? Optional.empty()
          : Optional.of(new FalseClaim(parts[1], share ? List.of() : List.of(parts[2])));
    }
    boolean money = parts[0].equals("收费");
    BigDecimal told = new BigDecimal(parts[1]);
    List<BigDecimal> figures =
        EITHER.getOrDefault(parts[0], List.of(parts[0])).stream()
            .map(name -> figure(name, table))
            .toList();
    return figures.stream().anyMatch(figure -> figure.compareTo(told) == 0)
        ? Optional.empty()
        : Optional.of(
            new FalseClaim(
                yuan(money, told), figures.stream().map(figure -> yuan(money, figure)).toList()));
  }

  private static String yuan(boolean money, BigDecimal number) {
    return plain(money ? number.movePointRight(4) : number);
  }

  private static BigDecimal figure(String name, Corpus.Table table) {
    if (name.equals(ORGANISATIONS)) {
      return figure("新收", table).subtract(figure("新收.自然人", table));
    }
    return Arrays.stream(name.split("\\+"))
        .map(
            each ->
                Optional.ofNullable(table.named().get(each))
                    .orElseThrow(() -> new IllegalStateException(each)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean isRounded(String told, String right) {
    BigDecimal number = new BigDecimal(told);
    return number.subtract(new BigDecimal(right)).abs().compareTo(number.ulp()) < 0;
  }

  /** Whether a finding with these numbers is of this claim. */
  boolean is(String said, String is) {
    String number = said.endsWith("%") ? said.substring(0, said.length() - 1) : said;
    if (told.equals("全办")) {
      return said.contains("办") || number.equals("100");
    }
    boolean names = !told.matches("[0-9.]+") && said.contains(told);
    boolean cites = said.contains("第" + told + "号") || said.contains("〕" + told + "号");
    boolean counts =
        number.matches("[0-9.]+")
            && told.matches("[0-9.]+")
            && new BigDecimal(number).compareTo(new BigDecimal(told)) == 0;
    return names || cites || counts && (right.isEmpty() || right.contains(is));
  }

  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
