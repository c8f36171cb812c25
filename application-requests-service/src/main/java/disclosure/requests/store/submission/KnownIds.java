package disclosure.requests.store.submission;

import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Which ids are those of applications, voided ones too. */
@ApplicationScoped
public class KnownIds {

  private final RegisterReader register;

  KnownIds(RegisterReader register) {
    this.register = register;
  }

  /** Those among the ids that are, of the records that may be seen. */
  public Set<UUID> among(Collection<UUID> ids, Reach reach) throws SQLException {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(
        register.read(
            reach,
            connection ->
                Sql.of(connection, "SELECT id FROM application WHERE id = ANY (:ids)")
                    .array("ids", "uuid", ids)
                    .list(UUID.class)));
  }
}
