package disclosure.requests.store;

import disclosure.edge.Refusal;
import disclosure.requests.lookup.StoredSearchKeys;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Finds applications for those who act for their organs. */
@ApplicationScoped
public class ReadApplication {

  private final Applications applications;
  private final StoredSearchKeys keys;
  private final RegisterReader reader;

  ReadApplication(Applications applications, StoredSearchKeys keys, RegisterReader reader) {
    this.applications = applications;
    this.keys = keys;
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

  /** Those of the ids that the reader may see, in their order. */
  public List<StoredApplication> find(List<UUID> ids, Reach reach) throws SQLException {
    return reader.read(reach, connection -> applications.find(connection, ids)).stream()
        .filter(one -> reach.includes(one.organCode()))
        .toList();
  }

  /** Those of the same organ that are like the application, as far as the reader may see them. */
  public List<StoredSearchKeys.Alike> alike(UUID id, Reach reach) throws SQLException {
    return reader.read(reach, connection -> keys.alike(connection, id));
  }
}
