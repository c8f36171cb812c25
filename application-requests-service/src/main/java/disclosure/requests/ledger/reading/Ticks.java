package disclosure.requests.ledger.reading;

import disclosure.requests.ledger.sheet.Line;
import disclosure.requests.ledger.words.Column;
import disclosure.requests.ledger.words.Words;
import java.util.ArrayList;
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

  private static final Pattern TICK = Pattern.compile("[√✓✔☑●■vV1１是]");
  private static final Pattern CROSS = Pattern.compile("[×✗✘☐□○xX]");

  /** What stands beside the words of ticked columns when a cell is neither ticked nor empty. */
  private static final String UNCLEAR = "？";

  private final Map<Column, List<Integer>> places = new EnumMap<>(Column.class);

  /**
   * @param free the places that mean no column, from left to right
   * @param known the columns that have a place of their own
   */
  Ticks(List<String> headings, List<Integer> free, Set<Column> known) {
    Optional<Column> last = Optional.empty();
    for (int place : free) {
      Set<Column> fitting = fitting(headings.get(place));
      fitting.removeAll(known);
      Optional<Column> column =
          fitting.size() == 1 ? fitting.stream().findFirst() : last.filter(fitting::contains);
      column.ifPresent(one -> places.computeIfAbsent(one, none -> new ArrayList<>()).add(place));
      last = column;
    }
    places.values().removeIf(all -> all.size() < FEWEST);
  }

  /** Those of a row of headings that stands below another one. */
  static Ticks below(List<String> headings) {
    return new Ticks(
        headings,
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

  private static Set<Column> fitting(String heading) {
    return CHOSEN.stream()
        .filter(column -> means(column, heading))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Column.class)));
  }

  private static boolean means(Column column, String heading) {
    return switch (column) {
      case CHANNEL -> Words.channel(heading).isPresent();
      case APPLICANT_TYPE -> Words.applicantType(heading).isPresent();
      case OUTCOME -> Words.outcome(heading).isPresent();
      default -> false;
    };
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
      if (TICK.matcher(cell).matches()) {
        words.add(headings.get(place));
      } else if (Unread.isSaid(cell) && !CROSS.matcher(cell).matches()) {
        words.add(UNCLEAR);
      }
    }
    return String.join("；", words);
  }
}
