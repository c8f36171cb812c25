package disclosure.statistics.page;

import disclosure.edge.look.ChineseDates;
import disclosure.requests.contract.OrganKind;
import disclosure.statistics.contract.AppliedPosition;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Period;
import disclosure.statistics.page.wording.Words;
import java.util.List;
import java.util.Optional;

/**
 * A table with what is to be known of it.
 *
 * @param organ the organ's name
 * @param code its code
 * @param period the days, in words
 * @param note what its rows mean where it is no whole year; empty for a year
 * @param scope which organs are counted, in words
 * @param asOf the moment of the snapshot, in words
 * @param positions how far each part of the register's events had been counted in it
 * @param empty whether every number is zero
 * @param cells where the applications behind a number are found, but for the row and the column;
 *     empty where the person may not see them
 * @param live where its changes are told
 * @param csv where it is to be had for a spreadsheet
 */
public record Figures(
    String organ,
    String code,
    String period,
    String note,
    String scope,
    String asOf,
    List<AppliedPosition> positions,
    boolean empty,
    MatrixTable table,
    String cells,
    String live,
    String csv) {

  static Figures of(Matrix matrix, boolean listed, Choice choice, Optional<OrganKind> kind) {
    return new Figures(
        matrix.organName(),
        matrix.organ().value(),
        Words.of(new Period(matrix.from(), matrix.to())),
        Words.note(new Period(matrix.from(), matrix.to())),
        Words.of(matrix.scope(), kind),
        ChineseDates.of(matrix.asOf()),
        matrix.appliedThrough(),
        matrix.rows().stream().mapToLong(MatrixRow::total).sum() == 0,
        MatrixTable.of(matrix),
        listed ? choice.as(View.APPLICATIONS).address() : "",
        choice.address("/live"),
        choice.address("/table.csv"));
  }
}
