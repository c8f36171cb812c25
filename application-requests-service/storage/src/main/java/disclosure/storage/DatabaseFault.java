package disclosure.storage;

import java.sql.SQLException;

/** The database refuses what it was asked, and would do so again. */
public final class DatabaseFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A fault that shows by a failure. */
  public DatabaseFault(SQLException cause) {
    super("the transaction failed", cause);
  }
}
