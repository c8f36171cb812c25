package disclosure.report.publication;

import java.sql.SQLException;

/** The database refused or couldn't be reached. */
final class StorageFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String TAKEN = "23505";

  StorageFailure(SQLException cause) {
    super(cause);
  }

  /** Whether the row is there already, from another who was quicker. */
  static boolean isTaken(SQLException failure) {
    return TAKEN.equals(failure.getSQLState());
  }
}
