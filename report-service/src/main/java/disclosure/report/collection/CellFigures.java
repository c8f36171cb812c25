package disclosure.report.collection;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.MatrixRow;
import java.util.List;

/** The 175 cells of table three as plain numbers, which can fall below zero in a difference. */
final class CellFigures {

  private static final ApplicantType[] TYPES = ApplicantType.values();
  private static final String TOTAL = "TOTAL";

  private final long[][] figures = new long[FormRow.values().length][TYPES.length + 1];

  private CellFigures() {}

  static CellFigures nothing() {
    return new CellFigures();
  }

  static CellFigures of(List<MatrixRow> rows) {
    CellFigures cells = new CellFigures();
    for (MatrixRow row : rows) {
      long[] figures = cells.figures[row.code().ordinal()];
      for (ApplicantType type : TYPES) {
        figures[type.ordinal()] = row.counts().of(type);
      }
      figures[TYPES.length] = row.total();
    }
    return cells;
  }

  CellFigures minus(CellFigures other) {
    CellFigures difference = new CellFigures();
    for (int row = 0; row < figures.length; row++) {
      for (int column = 0; column < figures[row].length; column++) {
        difference.figures[row][column] = figures[row][column] - other.figures[row][column];
      }
    }
    return difference;
  }

  /** Tells every figure that isn't zero, in the order of the form. */
  void forEach(FigureReader reader) {
    for (FormRow row : FormRow.values()) {
      long[] line = figures[row.ordinal()];
      for (int column = 0; column < line.length; column++) {
        if (line[column] != 0) {
          reader.read(row, column < TYPES.length ? TYPES[column].name() : TOTAL, line[column]);
        }
      }
    }
  }

  /** Is told of a figure. */
  interface FigureReader {
    void read(FormRow row, String column, long figure);
  }
}
