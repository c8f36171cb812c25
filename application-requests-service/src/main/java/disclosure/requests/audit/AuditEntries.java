package disclosure.requests.audit;

import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads the audit trail, newest first. */
@ApplicationScoped
class AuditEntries {

  private static final String PAGE =
      "SELECT "
          + AuditEntry.COLUMNS
          + """

            FROM requests.audit_entry
           WHERE id < :before AND (:everywhere OR organ_code = ANY (:organs))
             AND (:subject::text IS NULL OR subject_id = :subject)
             AND (:client::text IS NULL OR client_id = :client)
             AND (:action::text IS NULL OR action = :action)
           ORDER BY id DESC
           LIMIT :size
          """;

  private final RegisterReader register;

  AuditEntries(RegisterReader register) {
    this.register = register;
  }

  /**
   * A part of the trail.
   *
   * @param before the parameter of that name that continues the list; absent at its end
   */
  record Page(List<AuditEntry> items, Optional<Long> before) {}

  Page page(
      Reach reach,
      Optional<String> subject,
      Optional<String> client,
      Optional<AuditAction> action,
      long before,
      int size)
      throws SQLException {
    List<AuditEntry> entries =
        register.read(
            reach,
            connection ->
                Sql.of(connection, PAGE)
                    .with("before", before)
                    .with("everywhere", reach.everywhere())
                    .array("organs", "text", reach.organs())
                    .with("subject", subject)
                    .with("client", client)
                    .with("action", action)
                    .with("size", size)
                    .rows(AuditEntry::read));
    return new Page(
        List.copyOf(entries),
        entries.size() == size ? Optional.of(entries.get(size - 1).id()) : Optional.empty());
  }
}
