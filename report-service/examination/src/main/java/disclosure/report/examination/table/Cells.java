package disclosure.report.examination.table;

import disclosure.report.examination.document.Place;
import disclosure.report.examination.figure.Confidence;
import disclosure.report.examination.figure.Reading;
import disclosure.report.examination.line.CellText;
import disclosure.report.examination.line.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes readings of cells. */
final class Cells {

  private static final int MAX_RUN = 30;

  private Cells() {}

  /** What a cell of its own says. */
  static Reading reading(Line.Cell cell, Place row, Confidence most) {
    Place place = row.at(cell.column() + 1);
    CellText said = cell.said();
    if (cell.above()) {
      return Reading.of(Reading.Kind.UNREAD, cell.text(), place, Confidence.DOUBTFUL);
    }
    if (said instanceof CellText.Number number) {
      return Reading.of(
          number.value(), cell.text(), place, number.plain() ? most : Confidence.LIKELY.and(most));
    }
    if (said instanceof CellText.Blank) {
      return Reading.of(Reading.Kind.BLANK, "", place, most);
    }
    if (said instanceof CellText.Mark mark) {
      return Reading.of(Reading.Kind.MARK, mark.text(), place, most);
    }
    return Reading.of(Reading.Kind.UNREAD, cell.text(), place, Confidence.DOUBTFUL);
  }

  /** The cells one by one, those with several numbers in them taken apart. */
  static List<Line.Cell> apart(List<Line.Cell> cells) {
    List<Line.Cell> apart = new ArrayList<>();
    for (Line.Cell cell : cells) {
      if (cell.said() instanceof CellText.Several several && !cell.above()) {
        for (BigDecimal value : several.values()) {
          apart.add(
              new Line.Cell(
                  cell.column(), 1, cell.text(), false, new CellText.Number(value, false)));
        }
      } else {
        apart.add(cell);
      }
    }
    return apart;
  }

  /**
   * The only way to take a run of digits apart into so many numbers of which one is the sum of the
   * others.
   *
   * @param total which of them is the sum
   * @return empty when there is no way, or more than one
   */
  static Optional<List<BigDecimal>> split(String digits, int numbers, int total) {
    if (digits.length() > MAX_RUN
        || digits.length() < numbers
        || !digits.chars().allMatch(one -> one >= '0' && one <= '9')) {
      return Optional.empty();
    }
    List<List<BigDecimal>> ways = new ArrayList<>();
    split(digits, 0, numbers, total, new ArrayList<>(), ways, new int[] {200_000});
    return ways.size() == 1 ? Optional.of(ways.get(0)) : Optional.empty();
  }

  private static void split(
      String digits,
      int from,
      int numbers,
      int total,
      List<BigDecimal> begun,
      List<List<BigDecimal>> ways,
      int[] steps) {
    steps[0]--;
    if (ways.size() > 1 || steps[0] < 0) {
      return;
    }
    int rest = numbers - begun.size();
    if (rest == 0) {
      if (from == digits.length() && addsUp(begun, total)) {
        ways.add(List.copyOf(begun));
      }
      return;
    }
    int longest = digits.charAt(from) == '0' ? 1 : Math.min(9, digits.length() - from - rest + 1);
    for (int length = 1;
        length <= longest && from + length + rest - 1 <= digits.length();
        length++) {
      begun.add(new BigDecimal(digits.substring(from, from + length)));
      split(digits, from + length, numbers, total, begun, ways, steps);
      begun.remove(begun.size() - 1);
    }
  }

  /** Whether one of the numbers is the sum of all others. */
  static boolean addsUp(List<BigDecimal> numbers, int total) {
    BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.compareTo(numbers.get(total).multiply(BigDecimal.valueOf(2))) == 0;
  }
}
