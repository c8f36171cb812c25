package disclosure.statistics.page.chart;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Round numbers from zero to the greatest one or beyond.
 *
 * @param step between two of them
 * @param steps how many there are above zero
 */
record Scale(long step, int steps) {

  private static final int WANTED = 4;
  private static final List<Integer> ROUND = List.of(1, 2, 5, 10);

  static Scale to(long greatest) {
    long least = Math.max(1, (greatest + WANTED - 1) / WANTED);
    long power = 1;
    while (power * 10 <= least) {
      power *= 10;
    }
    long unit = power;
    long step =
        ROUND.stream().mapToLong(round -> round * unit).filter(one -> one >= least).min().orElse(1);
    return new Scale(step, (int) Math.max(1, (greatest + step - 1) / step));
  }

  long top() {
    return step * steps;
  }

  LongStream marks() {
    return LongStream.rangeClosed(0, steps).map(mark -> mark * step);
  }
}
