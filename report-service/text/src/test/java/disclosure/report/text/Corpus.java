package disclosure.report.text;

import disclosure.report.text.Cell.DisputeColumn;
import disclosure.report.text.Cell.ProactiveItem;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sentences with what they claim, and the tables that they are compared with. */
final class Corpus {

  private static final Map<String, FormRow> ROWS =
      Map.ofEntries(
          Map.entry("新收", FormRow.NEWLY_RECEIVED),
          Map.entry("结转入", FormRow.CARRIED_IN),
          Map.entry("办结", FormRow.CONCLUDED),
          Map.entry("结转出", FormRow.CARRIED_OUT),
          Map.entry("予以公开", FormRow.DISCLOSED),
          Map.entry("部分公开", FormRow.PARTIALLY_DISCLOSED),
          Map.entry("国家秘密", FormRow.STATE_SECRET),
          Map.entry("法律禁止", FormRow.PROHIBITED_BY_LAW),
          Map.entry("三安全", FormRow.THREE_SECURITIES_ONE_STABILITY),
          Map.entry("第三方", FormRow.THIRD_PARTY_RIGHTS),
          Map.entry("内部事务", FormRow.INTERNAL_AFFAIRS),
          Map.entry("过程性", FormRow.PROCESS_INFORMATION),
          Map.entry("执法案卷", FormRow.ENFORCEMENT_CASE_FILE),
          Map.entry("行政查询", FormRow.ADMINISTRATIVE_INQUIRY),
          Map.entry("不掌握", FormRow.NOT_HELD),
          Map.entry("另行制作", FormRow.REQUIRES_CREATION),
          Map.entry("仍不明确", FormRow.STILL_UNCLEAR_AFTER_CORRECTION),
          Map.entry("信访", FormRow.PETITION_OR_COMPLAINT),
          Map.entry("重复", FormRow.DUPLICATE_APPLICATION),
          Map.entry("出版物", FormRow.PUBLISHED_MATERIAL),
          Map.entry("大量反复", FormRow.EXCESSIVE_WITHOUT_REASON),
          Map.entry("重新出具", FormRow.CONFIRMATION_OR_REISSUE),
          Map.entry("逾期补正", FormRow.CORRECTION_OVERDUE),
          Map.entry("逾期缴费", FormRow.FEE_OVERDUE),
          Map.entry("其他", FormRow.OTHER_HANDLING));

  private static final Map<String, DisputeKind> DISPUTES =
      Map.of(
          "复议",
          DisputeKind.RECONSIDERATION,
          "直诉",
          DisputeKind.LITIGATION_DIRECT,
          "后诉",
          DisputeKind.LITIGATION_AFTER_RECONSIDERATION);

  private static final Map<String, DisputeColumn> RESULTS =
      Map.of(
          "维持",
          DisputeColumn.UPHELD,
          "纠正",
          DisputeColumn.CORRECTED,
          "其他",
          DisputeColumn.OTHER,
          "未结",
          DisputeColumn.PENDING);

  private static final Map<String, ProactiveItem> PROACTIVE =
      Map.of(
          "规章制发",
          ProactiveItem.REGULATIONS_ISSUED,
          "规章废止",
          ProactiveItem.REGULATIONS_REPEALED,
          "规章有效",
          ProactiveItem.REGULATIONS_IN_FORCE,
          "规文制发",
          ProactiveItem.NORMATIVE_ISSUED,
          "规文废止",
          ProactiveItem.NORMATIVE_REPEALED,
          "规文有效",
          ProactiveItem.NORMATIVE_IN_FORCE,
          "许可",
          ProactiveItem.LICENCES,
          "处罚",
          ProactiveItem.PENALTIES,
          "强制",
          ProactiveItem.COERCION,
          "收费",
          ProactiveItem.CHARGES_YUAN);

  /** Names of a table that no cell has: sums, and what the register alone knows. */
  private static final Set<String> BESIDE =
      Set.of("不予公开", "无法提供", "不予处理", "其他处理", "费件", "费额", "费收", "逾期");

  private static final int BASE = 10_000;

  private final Map<String, Table> tables = new HashMap<>();
  private final List<Sentence> sentences = new ArrayList<>();

  /** The report that a sentence stands in. */
  record Table(Publisher publisher, Map<Cell, BigDecimal> cells, Map<String, BigDecimal> named) {

    Figures figures() {
      return cell -> Optional.ofNullable(cells.get(cell));
    }
  }

  /** A sentence with what it claims. */
  record Sentence(String table, String verdict, List<String> claims, String text) {

    boolean isHeldOut() {
      try {
        byte[] hash =
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return hash[hash.length - 1] % 2 != 0;
      } catch (NoSuchAlgorithmException missing) {
        throw new IllegalStateException(missing);
      }
    }

    boolean contradicts() {
      return verdict.equals("≠");
    }
  }

  private Corpus() {}

  static Corpus read(String sentencesFile) {
    Corpus corpus = new Corpus();
    corpus.readTables();
    lines(sentencesFile)
        .forEach(
            line -> {
              String[] parts = line.split(" ?\\| ?", 4);
              List<String> claims = parts[2].isBlank() ? List.of() : List.of(parts[2].split(" "));
              corpus.sentences.add(new Sentence(parts[0], parts[1], claims, parts[3]));
            });
    return corpus;
  }

  List<Sentence> sentences() {
    return sentences;
  }

  Table table(Sentence sentence) {
    return tables.get(sentence.table());
  }

  private void readTables() {
    String table = "";
    for (String line : lines("tables.txt")) {
      if (!line.startsWith(" ")) {
        String[] parts = line.split(" ?\\| ?");
        table = parts[0];
        Scope scope = parts[2].equals("REGION") ? Scope.SUBTREE : Scope.valueOf(parts[2]);
        tables.put(
            table,
            new Table(
                new Publisher(parts[1], scope, Integer.parseInt(parts[3].strip())),
                noOutcomes(),
                new HashMap<>()));
      } else {
        for (String figure : line.strip().split(" ")) {
          String[] parts = figure.split("=");
          put(tables.get(table), parts[0], new BigDecimal(parts[1]));
        }
      }
    }
  }

  /** Outcomes that a table doesn't list are none. */
  private static Map<Cell, BigDecimal> noOutcomes() {
    return FormRow.outcomeRows().stream()
        .collect(
            Collectors.toMap(
                row -> new Cell.Application(row, Optional.empty()),
                row -> BigDecimal.ZERO,
                (first, second) -> first,
                HashMap::new));
  }

  private static void put(Table table, String name, BigDecimal figure) {
    table.named().put(name, figure);
    if (!BESIDE.contains(name)) {
      boolean money = name.equals("收费");
      table.cells().put(cell(name), money ? figure.multiply(BigDecimal.valueOf(BASE)) : figure);
    }
  }

  static Cell cell(String name) {
    if (PROACTIVE.containsKey(name)) {
      return new Cell.Proactive(PROACTIVE.get(name));
    }
    String[] parts = name.split("\\.");
    if (DISPUTES.containsKey(parts[0])) {
      return new Cell.Dispute(
          DISPUTES.get(parts[0]), parts.length == 1 ? DisputeColumn.TOTAL : RESULTS.get(parts[1]));
    }
    return new Cell.Application(
        Optional.ofNullable(ROWS.get(parts[0])).orElseThrow(() -> new IllegalStateException(name)),
        parts.length == 1
            ? Optional.empty()
            : Arrays.stream(ApplicantType.values())
                .filter(type -> type.label().equals(parts[1]))
                .findFirst());
  }

  private static List<String> lines(String file) {
    try (InputStream stream = Corpus.class.getResourceAsStream(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
