package disclosure.requests.ledger.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.edge.Expected;
import disclosure.requests.lookup.PossibleDuplicate;
import disclosure.requests.repetition.Change;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was done with a row of a ledger.
 *
 * @param sheet the sheet's name; empty for CSV
 * @param row from 1
 * @param sourceReference the office's own number of the application
 * @param applicationId the application of the register that has the number; absent where none was
 *     registered for it, or several differ in its writing alone
 * @param possibleDuplicate in what another application of the organ is like the row's, by now;
 *     absent where none is
 * @param problems why it was refused or set aside, or how it differs
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "LedgerRow")
public record DoneRow(
    String sheet,
    int row,
    String sourceReference,
    Change change,
    Optional<UUID> applicationId,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PossibleDuplicate> possibleDuplicate,
    List<Message> problems) {

  /** Defensive copies are kept. */
  public DoneRow {
    possibleDuplicate = List.copyOf(possibleDuplicate);
    problems = List.copyOf(problems);
  }

  /**
   * One problem.
   *
   * @param field the column's heading in the office's own workbook; empty for the whole row
   * @param code what is wrong, by a word that always means the same; absent where a release that
   *     kept none found it
   * @param expected what would be right, where the service knows it
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @Schema(name = "LedgerRowProblem")
  public record Message(
      String field, Optional<String> code, String message, Optional<Expected> expected) {}

  /**
   * Some rows of an import.
   *
   * @param next the next page; absent on the last one
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @Schema(name = "LedgerRowPage")
  public record Page(List<DoneRow> items, Optional<URI> next) {

    /** A defensive copy is kept. */
    public Page {
      items = List.copyOf(items);
    }
  }

  static DoneRow of(
      DoneRows.Done row,
      Optional<UUID> applicationId,
      List<PossibleDuplicate> alike,
      List<Message> problems) {
    return new DoneRow(
        row.sheet(),
        row.row(),
        row.reference(),
        Change.valueOf(row.change()),
        applicationId,
        alike,
        problems);
  }

  /** Where a page ends with it. */
  public RowToken token() {
    return new RowToken(sheet, row, sourceReference);
  }
}
