package disclosure.requests.ledger.reading;

import disclosure.requests.ledger.sheet.Line;
import disclosure.requests.ledger.words.Column;
import disclosure.requests.ledger.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tables that have a column for each type of applicant, way or outcome, with a √ in the one that
 * holds, where others have one column with words.
 */
final class Ticks {

  /** One alone is no choice. */
  private static final int FEWEST = 2;

  private static final Set<Column> CHOSEN =
      EnumSet.of(Column.CHANNEL, Column.APPLICANT_TYPE, Column.OUTCOME);

  /** Headings above the choices of a column that mean no column by themselves. */
  private static final Map<Column, Pattern> GROUPS =
      Map.of(
          Column.CHANNEL, Pattern.compile("^(申请|收到|来件|接收|受理|提出).*(方式|途径|渠道|形式)"),
          Column.APPLICANT_TYPE, Pattern.compile("^(申请人|申请主体)|法人或其他组织"),
          Column.OUTCOME, Pattern.compile("^(?!.*(方式|途径|形式)).*(结果|答复|处理|办理|公开|情况)"));

  private static final Pattern TICK = Pattern.compile("[√✓✔☑●■vV1１是]");
  private static final Pattern CROSS = Pattern.compile("[×✗✘☐□○xX]");

  /** What stands beside the words of ticked columns when a cell is neither ticked nor empty. */
  private static final String UNCLEAR = "？";

  private final Map<Column, List<Integer>> places = new EnumMap<>(Column.class);

  /**
   * @param groups what stands above each heading; empty where nothing does
   * @param free the places that mean no column, from left to right
   * @param known the columns that have a place of their own
   */
  private Ticks(List<String> headings, List<String> groups, List<Integer> free, Set<Column> known) {
    Optional<Column> last = Optional.empty();
    for (int place : free) {
      Set<Column> fitting = fitting(headings.get(place));
      fitting.removeAll(known);
      fitting.removeIf(column -> !isAbove(column, groups.get(place)));
      Optional<Column> column =
          fitting.size() == 1 ? fitting.stream().findFirst() : last.filter(fitting::contains);
      column.ifPresent(one -> places.computeIfAbsent(one, none -> new ArrayList<>()).add(place));
      last = column;
    }
    places.values().removeIf(all -> all.size() < FEWEST);
  }

  /** Those of one row of headings. */
  static Ticks of(List<String> headings, List<Integer> free, Set<Column> known) {
    return new Ticks(headings, Collections.nCopies(headings.size(), ""), free, known);
  }

  /** Those of a row of headings that stands below another one. */
  static Ticks below(List<String> headings, List<String> groups) {
    return new Ticks(
        headings,
        groups,
        IntStream.range(0, headings.size())
            .filter(i -> !headings.get(i).isEmpty())
            .boxed()
            .toList(),
        Set.of());
  }

  /** Whether there is such a column in a place. */
  boolean isAt(int place) {
    return places.values().stream().anyMatch(all -> all.contains(place));
  }

  /**
   * Whether the columns below a heading can be the choices of a column: 邮寄 below 信息提供方式 isn't how
   * an application came in.
   */
  private static boolean isAbove(Column column, String group) {
    return group.isEmpty()
        || Column.of(group).filter(column::equals).isPresent()
        || Optional.ofNullable(GROUPS.get(column))
            .filter(of -> of.matcher(group).find())
            .isPresent();
  }

  private static Set<Column> fitting(String heading) {
    return CHOSEN.stream()
        .filter(column -> means(column, heading))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Column.class)));
  }

  private static boolean means(Column column, String heading) {
    return switch (column) {
      case CHANNEL -> Words.channel(heading).isPresent();
      case APPLICANT_TYPE -> Words.applicantType(heading).isPresent();
      // A √ under a group of outcomes is a question, and not nothing.
      case OUTCOME -> Words.outcome(heading).isPresent() || Words.isGroupOfOutcomes(heading);
      default -> false;
    };
  }

  static boolean isTick(String cell) {
    return TICK.matcher(cell).matches();
  }

  Set<Column> columns() {
    return places.keySet();
  }

  List<Integer> places(Column column) {
    return places.getOrDefault(column, List.of());
  }

  /** The headings that are ticked in a row, as the words that another table would have. */
  String words(Column column, Line line, List<String> headings) {
    List<String> words = new ArrayList<>();
    for (int place : places(column)) {
      String cell = line.cell(place);
      if (isTick(cell)) {
        words.add(headings.get(place));
      } else if (Unread.isSaid(cell) && !CROSS.matcher(cell).matches()) {
        words.add(UNCLEAR);
      }
    }
    return String.join("；", words);
  }
}
