package disclosure.requests.security;

import disclosure.requests.transaction.RegisterReader;
import javax.sql.DataSource;

/** Readers of databases without the application. */
public final class TestReaders {

  private TestReaders() {}

  /** A reader of the database. */
  public static RegisterReader of(DataSource database) {
    return new RegisterReader(database);
  }
}
