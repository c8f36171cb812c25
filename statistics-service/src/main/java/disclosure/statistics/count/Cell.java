package disclosure.statistics.count;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * One daily number. Changes are written in the natural order of the cells, so that those of an
 * organ lie together.
 *
 * @param organ the organ counted under
 * @param day the day counted on
 * @param row {@link FormRow#NEWLY_RECEIVED} or a row that counts an outcome
 * @param type the column
 */
public record Cell(OrganCode organ, LocalDate day, FormRow row, ApplicantType type)
    implements Comparable<Cell> {

  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::organ)
          .thenComparing(Cell::day)
          .thenComparing(Cell::row)
          .thenComparing(Cell::type);

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
