package disclosure.report.publication;

import java.sql.SQLException;

/** The database refused or couldn't be reached. */
final class StorageFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StorageFailure(SQLException cause) {
    super(cause);
  }
}
