package disclosure.benchmark;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One measured figure.
 *
 * @param name what was measured
 * @param value the median, in the unit
 * @param unit the unit
 * @param target what it must reach; empty when it is for orientation only
 * @param spread how far the rounds lay apart; empty when there was one
 * @param floor what it is held against; empty when it is a floor itself, or has none
 */
record Figure(
    String name,
    double value,
    String unit,
    Optional<Bound> target,
    Optional<Spread> spread,
    Optional<Floor> floor) {

  /**
   * A bound.
   *
   * @param bound in the figure's unit
   * @param upper whether the value must not be above the bound; else it must not be below
   */
  record Bound(double bound, boolean upper) {

    boolean allows(double value) {
      return upper ? value <= bound : value >= bound;
    }

    /** As in a table: ≥ 0.60. */
    String text() {
      return (upper ? "≤ " : "≥ ") + number(bound);
    }
  }

  /** The least and the most of several rounds, in the figure's unit. */
  record Spread(int rounds, double least, double most) {}

  /**
   * The least that the same would take without the product, measured in the same run.
   *
   * @param name of its own figure
   * @param value in the unit of the figure that is held against it
   */
  record Floor(String name, double value) {}

  static Figure of(String name, double value, String unit) {
    return of(name, value, unit, Optional.empty());
  }

  static Figure atLeast(double bound, String name, double value, String unit) {
    return of(name, value, unit, Optional.of(new Bound(bound, false)));
  }

  static Figure atMost(double bound, String name, double value, String unit) {
    return of(name, value, unit, Optional.of(new Bound(bound, true)));
  }

  private static Figure of(String name, double value, String unit, Optional<Bound> target) {
    return new Figure(name, value, unit, target, Optional.empty(), Optional.empty());
  }

  /** The same with the rounds that it is the median of. */
  Figure rounds(List<Double> rounds) {
    Spread all = new Spread(rounds.size(), Collections.min(rounds), Collections.max(rounds));
    return new Figure(name, value, unit, target, Optional.of(all), floor);
  }

  /** The same held against a floor of the same unit. */
  Figure beside(Figure least) {
    return new Figure(
        name, value, unit, target, spread, Optional.of(new Floor(least.name(), least.value())));
  }

  boolean isMet() {
    return target.map(wanted -> wanted.allows(value)).orElse(true);
  }

  /** One line of the table. */
  String line() {
    String wanted = target.map(bound -> bound.text() + (isMet() ? " met" : " MISSED")).orElse("");
    return String.format(Locale.ROOT, "%-68s %14s %-10s %s", name, number(value), unit, wanted)
        .stripTrailing();
  }

  /** With two decimals below a hundred, as a whole number beyond. */
  static String number(double value) {
    return Math.abs(value) >= 100
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
