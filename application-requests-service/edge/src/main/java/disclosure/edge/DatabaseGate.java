package disclosure.edge;

import disclosure.storage.DatabaseOutage;
import disclosure.storage.DatabaseWatch;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets no request wait for a database that is known not to answer. */
class DatabaseGate {

  private final DatabaseWatch database;

  DatabaseGate(DatabaseWatch database) {
    this.database = database;
  }

  /**
   * Lets the request go on while the database answers.
   *
   * @throws DatabaseOutage while it doesn't
   */
  @ServerRequestFilter
  public void check() {
    database.requireAnswers();
  }
}
