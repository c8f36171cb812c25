package disclosure.statistics.count;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import java.util.stream.Stream;

/**
 * Where the number of a row and a column is, in all that is stored. A row keeps its places for
 * ever, whatever its order in the form, and one that a new form adds gets the next; the table
 * cell_place has the same.
 *
 * @param row {@link FormRow#NEWLY_RECEIVED} or a row that counts an outcome
 * @param type the column
 */
public record CellIndex(FormRow row, ApplicantType type) {

  private static final int COLUMNS = 6;
  private static final CellIndex[] ALL = all();

  /** The place's number, from 0. */
  public static int of(FormRow row, ApplicantType type) {
    return of(row) * COLUMNS + of(type);
  }

  /**
   * The place with the number.
   *
   * @throws IndexOutOfBoundsException when there is none
   */
  public static CellIndex at(int number) {
    return ALL[number];
  }

  /** How many there are; their numbers begin at 0. */
  public static int count() {
    return ALL.length;
  }

  private static CellIndex[] all() {
    CellIndex[] all = new CellIndex[(1 + FormRow.outcomeRows().size()) * COLUMNS];
    Stream.concat(Stream.of(FormRow.NEWLY_RECEIVED), FormRow.outcomeRows().stream())
        .forEach(
            row -> {
              for (ApplicantType type : ApplicantType.values()) {
                all[of(row, type)] = new CellIndex(row, type);
              }
            });
    return all;
  }

  private static int of(FormRow row) {
    return switch (row) {
      case NEWLY_RECEIVED -> 0;
      case DISCLOSED -> 1;
      case PARTIALLY_DISCLOSED -> 2;
      case STATE_SECRET -> 3;
      case PROHIBITED_BY_LAW -> 4;
      case THREE_SECURITIES_ONE_STABILITY -> 5;
      case THIRD_PARTY_RIGHTS -> 6;
      case INTERNAL_AFFAIRS -> 7;
      case PROCESS_INFORMATION -> 8;
      case ENFORCEMENT_CASE_FILE -> 9;
      case ADMINISTRATIVE_INQUIRY -> 10;
      case NOT_HELD -> 11;
      case REQUIRES_CREATION -> 12;
      case STILL_UNCLEAR_AFTER_CORRECTION -> 13;
      case PETITION_OR_COMPLAINT -> 14;
      case DUPLICATE_APPLICATION -> 15;
      case PUBLISHED_MATERIAL -> 16;
      case EXCESSIVE_WITHOUT_REASON -> 17;
      case CONFIRMATION_OR_REISSUE -> 18;
      case CORRECTION_OVERDUE -> 19;
      case FEE_OVERDUE -> 20;
      case OTHER_HANDLING -> 21;
      case CARRIED_IN, CONCLUDED, CARRIED_OUT ->
          throw new IllegalArgumentException(row + " follows from the other rows");
    };
  }

  private static int of(ApplicantType type) {
    return switch (type) {
      case NATURAL_PERSON -> 0;
      case COMMERCIAL_ENTERPRISE -> 1;
      case RESEARCH_INSTITUTION -> 2;
      case PUBLIC_WELFARE_ORGANIZATION -> 3;
      case LEGAL_SERVICE_PROVIDER -> 4;
      case OTHER_ORGANIZATION -> 5;
    };
  }
}
