package disclosure.statistics.reconcile;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.Scope;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far the tables are from the register's own recount.
 *
 * @param checkedAt when the comparison began
 * @param tables how many tables were compared, of organs with all below them and years
 * @param wrongCells how many cells differ; 0 when all is well
 * @param examples some of them
 * @param unknownOrgans organs that the register doesn't know
 * @param impossibleTables organ and year of tables that can't be made of the counts, since a number
 *     would be below 0
 * @param notCompared how many tables could not be compared, for a fault of their own
 * @param notComparedExamples some of them
 */
record RegisterDrift(
    Instant checkedAt,
    long tables,
    long wrongCells,
    List<WrongCell> examples,
    List<String> unknownOrgans,
    List<String> impossibleTables,
    long notCompared,
    List<NotCompared> notComparedExamples) {

  /**
   * A number that the register counts otherwise.
   *
   * @param scope OWN; SUBTREE when only the sum with all below is another
   */
  record WrongCell(
      String organ,
      int year,
      Scope scope,
      FormRow row,
      ApplicantType type,
      long counted,
      long register) {}

  private static final int MAX_EXAMPLES = 100;

  /** Both together, of other tables each. */
  RegisterDrift plus(RegisterDrift more) {
    return new RegisterDrift(
        checkedAt,
        tables + more.tables,
        wrongCells + more.wrongCells,
        some(examples, more.examples),
        all(unknownOrgans, more.unknownOrgans),
        all(impossibleTables, more.impossibleTables),
        notCompared + more.notCompared,
        some(notComparedExamples, more.notComparedExamples));
  }

  private static <T> List<T> some(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).limit(MAX_EXAMPLES).toList();
  }

  private static List<String> all(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().sorted().toList();
  }

  /**
   * A table that could not be compared.
   *
   * @param cause what was thrown and where
   */
  record NotCompared(String organ, int year, Scope scope, String cause) {}

  boolean isNone() {
    return wrongCells == 0
        && unknownOrgans.isEmpty()
        && impossibleTables.isEmpty()
        && notCompared == 0;
  }
}
