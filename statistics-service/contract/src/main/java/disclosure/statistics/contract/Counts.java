package disclosure.statistics.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import disclosure.requests.contract.ApplicantType;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongBinaryOperator;

/**
 * One number for each applicant type: a row of table three without its total.
 *
 * @param byType every applicant type, in the order of the form, with a count of 0 or more
 */
public record Counts(@JsonValue Map<ApplicantType, Long> byType) {

  /** A row of zeros. */
  public static final Counts ZERO = new Counts(zeros());

  /**
   * @throws IllegalArgumentException when a type is missing (a missing value is never a zero)
   * @throws NegativeCount when a count is negative
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Counts {
    EnumMap<ApplicantType, Long> ordered = new EnumMap<>(ApplicantType.class);
    for (ApplicantType type : ApplicantType.values()) {
      Long count = byType.get(type);
      if (count == null) {
        throw new IllegalArgumentException("no count for " + type);
      }
      if (count < 0) {
        throw new NegativeCount("a negative count for " + type);
      }
      ordered.put(type, count);
    }
    byType = Collections.unmodifiableMap(ordered);
  }

  /** Counts in the order of {@link ApplicantType}, six of them. */
  public static Counts of(long... inFormOrder) {
    ApplicantType[] types = ApplicantType.values();
    if (inFormOrder.length != types.length) {
      throw new IllegalArgumentException("six counts are needed");
    }
    EnumMap<ApplicantType, Long> byType = new EnumMap<>(ApplicantType.class);
    for (ApplicantType type : types) {
      byType.put(type, inFormOrder[type.ordinal()]);
    }
    return new Counts(byType);
  }

  /** The count of one column. */
  public long of(ApplicantType type) {
    return byType.get(type);
  }

  /** The sum of the six columns: 总计. */
  public long total() {
    long total = 0;
    for (long count : byType.values()) {
      total += count;
    }
    return total;
  }

  /** Column by column. */
  public Counts plus(Counts other) {
    return combine(other, Math::addExact);
  }

  /**
   * Column by column.
   *
   * @throws NegativeCount when a column would fall below zero
   */
  public Counts minus(Counts other) {
    return combine(other, Math::subtractExact);
  }

  private Counts combine(Counts other, LongBinaryOperator operator) {
    EnumMap<ApplicantType, Long> result = new EnumMap<>(ApplicantType.class);
    byType.forEach((type, count) -> result.put(type, operator.applyAsLong(count, other.of(type))));
    return new Counts(result);
  }

  private static Map<ApplicantType, Long> zeros() {
    EnumMap<ApplicantType, Long> zeros = new EnumMap<>(ApplicantType.class);
    for (ApplicantType type : ApplicantType.values()) {
      zeros.put(type, 0L);
    }
    return zeros;
  }
}
