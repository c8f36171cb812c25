package disclosure.storage.job;

import disclosure.storage.Cause;
import disclosure.storage.FailureKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Works on rows one by one. At first without more ado; when that fails, all is done again with a
 * savepoint before each row, and those that fail are set aside as pieces of their own.
 */
public final class Rows {

  private final boolean careful;
  private final Predicate<Throwable> outage;
  private final Map<String, Cause> failed = new LinkedHashMap<>();
  private final Map<String, Cause> ending = new LinkedHashMap<>();
  private final Set<String> keys = new HashSet<>();

  private Rows(boolean careful, Predicate<Throwable> outage) {
    this.careful = careful;
    this.outage = outage;
  }

  /**
   * Rows that fail one by one.
   *
   * @param outage what is held against no row
   */
  static Rows careful(Predicate<Throwable> outage) {
    return new Rows(true, outage);
  }

  /** Rows of which none may fail. */
  public static Rows quick() {
    return new Rows(false, failure -> FailureKind.of(failure) != FailureKind.PERMANENT);
  }

  /** What is done with a row. */
  @FunctionalInterface
  public interface Work<R> {

    /** Does it. */
    void with(R row) throws SQLException;
  }

  /**
   * Does the work with each of the rows.
   *
   * @param key what the kind of job finds the row by
   * @return with how many it was done
   */
  public <R> int each(Connection connection, List<R> rows, Function<R, String> key, Work<R> work)
      throws SQLException {
    note(rows, key);
    int done = 0;
    for (R row : rows) {
      if (!careful) {
        work.with(row);
        done++;
      } else if (isDone(connection, key.apply(row), () -> work.with(row))) {
        done++;
      }
    }
    return done;
  }

  /**
   * Does the work with all of the rows at once; when that fails, with each by itself.
   *
   * @param key what the kind of job finds the row by
   * @return with how many it was done
   */
  public <R> int together(
      Connection connection, List<R> rows, Function<R, String> key, Work<List<R>> work)
      throws SQLException {
    if (careful) {
      return each(connection, rows, key, row -> work.with(List.of(row)));
    }
    note(rows, key);
    work.with(rows);
    return rows.size();
  }

  /** Whether the row failed, and is set aside as a piece of its own when the transaction ends. */
  public boolean isSetAside(String key) {
    return failed.containsKey(key);
  }

  /** The transaction begins, perhaps not for the first time. */
  void begin() {
    failed.clear();
    keys.clear();
  }

  /**
   * Whether it is worth while to do the same again with care. A row that is the piece itself fails
   * as such: set aside, it would be its own successor.
   */
  boolean canBeCareful(Piece piece) {
    return !careful && keys.stream().anyMatch(key -> !key.equals(piece.key()));
  }

  /** How many rows ended the session, and are set aside unseen when all is done again. */
  int ending() {
    return ending.size();
  }

  private <R> void note(List<R> rows, Function<R, String> key) {
    rows.forEach(row -> keys.add(key.apply(row)));
  }

  Map<String, Cause> failed() {
    return failed;
  }

  private interface Step {
    void run() throws SQLException;
  }

  private boolean isDone(Connection connection, String key, Step step) throws SQLException {
    if (ending.containsKey(key)) {
      failed.put(key, ending.get(key));
      return false;
    }
    Savepoint before = connection.setSavepoint();
    try {
      step.run();
      connection.releaseSavepoint(before);
      return true;
    } catch (SQLException | RuntimeException | StackOverflowError failure) {
      if (outage.test(failure)) {
        throw failure;
      }
      goBack(connection, before, key, failure);
      failed.put(key, Cause.of(failure));
      return false;
    }
  }

  private void goBack(Connection connection, Savepoint before, String key, Throwable failure)
      throws SQLException {
    try {
      connection.rollback(before);
    } catch (SQLException ended) {
      ending.put(key, Cause.of(failure));
      ended.addSuppressed(failure);
      throw ended;
    }
  }
}
