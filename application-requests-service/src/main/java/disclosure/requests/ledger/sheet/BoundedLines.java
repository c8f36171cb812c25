package disclosure.requests.ledger.sheet;

import disclosure.edge.AnswerTime;
import disclosure.edge.Refusal;
import java.sql.SQLException;

/** Hands lines on that have anything in them, up to what may be kept of a ledger at a time. */
final class BoundedLines implements Lines {

  private final Lines next;
  private final AnswerTime time;
  private int rows;
  private long characters;

  BoundedLines(Lines next, AnswerTime time) {
    this.next = next;
    this.time = time;
  }

  @Override
  public void sheet(String name) throws SQLException {
    next.sheet(name);
  }

  @Override
  public void hiddenSheet(String name) {
    next.hiddenSheet(name);
  }

  /**
   * @throws Refusal 400 when there are too many, or too long ones; 503 when they took too long
   */
  @Override
  public void line(Line line) throws SQLException {
    time.require();
    if (line.isBlank()) {
      return;
    }
    rows++;
    characters += line.length();
    if (rows > LedgerFile.MAX_ROWS) {
      throw LedgerFile.tooManyRows();
    }
    if (characters > LedgerFile.MAX_CHARACTERS) {
      throw LedgerFile.tooManyCharacters();
    }
    next.line(line);
  }
}
