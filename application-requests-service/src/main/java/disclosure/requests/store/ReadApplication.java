package disclosure.requests.store;

import disclosure.edge.Refusal;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;

/** Finds applications for those who act for their organs. */
@ApplicationScoped
public class ReadApplication {

  private final Applications applications;
  private final RegisterReader reader;

  ReadApplication(Applications applications, RegisterReader reader) {
    this.applications = applications;
    this.reader = reader;
  }

  /**
   * @throws Refusal 404 when there is none, or none that the reader may see
   */
  public StoredApplication find(UUID id, Reach reach) throws SQLException {
    return reader
        .read(reach, connection -> applications.find(connection, id))
        .filter(found -> reach.includes(found.organCode()))
        .orElseThrow(Refusal::notFound);
  }
}
