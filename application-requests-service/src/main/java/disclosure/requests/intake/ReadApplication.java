package disclosure.requests.intake;

import disclosure.requests.problem.Refusal;
import disclosure.requests.security.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Finds applications for those who act for their organs. */
@ApplicationScoped
class ReadApplication {

  private final Applications applications;
  private final DataSource database;

  ReadApplication(Applications applications, DataSource database) {
    this.applications = applications;
    this.database = database;
  }

  /**
   * @throws Refusal 404 when there is none, or none that the reader may see
   */
  StoredApplication find(UUID id, Reach reach) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return applications
          .find(connection, id)
          .filter(found -> reach.includes(found.organCode()))
          .orElseThrow(Refusal::notFound);
    }
  }
}
