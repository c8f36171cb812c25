package disclosure.requests.ledger.sheet;

import java.sql.SQLException;

/** Takes the lines of a ledger as they are read, so that no more than one is kept as texts. */
public interface Lines {

  /**
   * The lines that follow are those of a sheet.
   *
   * @param name its name; empty for CSV
   */
  void sheet(String name) throws SQLException;

  /** A sheet that is there and not read, since who looks at the workbook doesn't see it. */
  default void hiddenSheet(String name) {}

  /** One with anything in it. */
  void line(Line line) throws SQLException;
}
