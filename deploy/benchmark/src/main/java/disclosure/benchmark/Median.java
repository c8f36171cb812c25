package disclosure.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The middle of several rounds. */
final class Median {

  private Median() {}

  static double of(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
