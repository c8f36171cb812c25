package disclosure.statistics.matrix;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters that every table takes, as they came; null when absent. */
public class Asked {

  /** 统一社会信用代码 of the organ. */
  @RestQuery String organ;

  /** A year, {@code 2024}. */
  @RestQuery String year;

  /** A quarter, {@code 2024-Q1}. */
  @RestQuery String quarter;

  /** A month, {@code 2024-03}. */
  @RestQuery String month;

  /** The first day of any range. */
  @RestQuery String from;

  /** The last day of any range. */
  @RestQuery String to;

  /** OWN, LEVEL or SUBTREE. */
  @RestQuery String scope;

  /**
   * Organs that were merged into this one and are left out all the same, since they published a
   * report of their own.
   */
  @RestQuery List<String> without;

  /** Only what was recorded up to this moment. */
  @RestQuery String knownAt;

  /** The parameters that a table on a page takes. */
  public static Asked of(
      Optional<String> organ,
      Optional<String> year,
      Optional<String> from,
      Optional<String> to,
      Optional<String> scope) {
    Asked asked = new Asked();
    asked.organ = organ.orElse(null);
    asked.year = year.orElse(null);
    asked.from = from.orElse(null);
    asked.to = to.orElse(null);
    asked.scope = scope.orElse(null);
    return asked;
  }

  boolean hasNoPeriod() {
    return Stream.of(year, quarter, month, from, to).allMatch(Objects::isNull);
  }
}
