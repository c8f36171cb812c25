package disclosure.statistics.reconcile;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.Scope;
import java.time.Instant;
import java.util.List;

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
 */
record RegisterDrift(
    Instant checkedAt,
    long tables,
    long wrongCells,
    List<WrongCell> examples,
    List<String> unknownOrgans,
    List<String> impossibleTables) {

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

  boolean isNone() {
    return wrongCells == 0 && unknownOrgans.isEmpty() && impossibleTables.isEmpty();
  }
}
