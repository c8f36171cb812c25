package disclosure.statistics.reconcile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How far an ordered comparison is.
 *
 * @param organ the organ that is compared with all below it; absent for all organs
 * @param done how many parts of the total are done
 * @param parked 1 when it can't be done until it is retried
 * @param problem what it waits for
 * @param states the result of a self-audit, once it is finished
 * @param register the result of a comparison with the register, once it is finished
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ComparisonProgress(
    UUID id,
    Optional<String> organ,
    Instant orderedAt,
    long done,
    Optional<Long> total,
    long parked,
    Optional<Instant> finishedAt,
    Optional<Instant> cancelledAt,
    Optional<String> problem,
    Optional<Drift> states,
    Optional<RegisterDrift> register) {

  static ComparisonProgress ofStates(ComparisonRow row) {
    return of(row, result(row, Drift.class), Optional.empty());
  }

  static ComparisonProgress ofRegister(ComparisonRow row) {
    return of(row, Optional.empty(), result(row, RegisterDrift.class));
  }

  private static <T extends Record> Optional<T> result(ComparisonRow row, Class<T> type) {
    return row.isDone() ? Comparisons.read(row.result(), type) : Optional.empty();
  }

  private static ComparisonProgress of(
      ComparisonRow row, Optional<Drift> states, Optional<RegisterDrift> register) {
    return new ComparisonProgress(
        row.id(),
        Optional.of(row.organCode()).filter(code -> !code.isEmpty()),
        row.orderedAt(),
        row.done(),
        row.total(),
        row.parked(),
        row.finishedAt(),
        row.cancelledAt(),
        row.problem(),
        states,
        register);
  }
}
