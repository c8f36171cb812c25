package disclosure.benchmark;

import java.util.Locale;
import java.util.Optional;

/**
 * One measured figure.
 *
 * @param name what was measured
 * @param value the median, in the unit
 * @param unit the unit
 * @param target what it must reach; empty when it is for orientation only
 */
record Figure(String name, double value, String unit, Optional<Target> target) {

  /**
   * A bound.
   *
   * @param bound in the figure's unit
   * @param upper whether the value must not be above the bound; else it must not be below
   */
  record Target(double bound, boolean upper) {}

  static Figure of(String name, double value, String unit) {
    return new Figure(name, value, unit, Optional.empty());
  }

  static Figure atLeast(double bound, String name, double value, String unit) {
    return new Figure(name, value, unit, Optional.of(new Target(bound, false)));
  }

  static Figure atMost(double bound, String name, double value, String unit) {
    return new Figure(name, value, unit, Optional.of(new Target(bound, true)));
  }

  boolean isMet() {
    return target
        .map(wanted -> wanted.upper() ? value <= wanted.bound() : value >= wanted.bound())
        .orElse(true);
  }

  /** One line of the table. */
  String line() {
    String wanted =
        target
            .map(
                bound ->
                    String.format(
                        Locale.ROOT,
                        "%s %s %s",
                        bound.upper() ? "≤" : "≥",
                        number(bound.bound()),
                        isMet() ? "met" : "MISSED"))
            .orElse("");
    return String.format(Locale.ROOT, "%-68s %14s %-10s %s", name, number(value), unit, wanted)
        .stripTrailing();
  }

  private static String number(double value) {
    return Math.abs(value) >= 100
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
