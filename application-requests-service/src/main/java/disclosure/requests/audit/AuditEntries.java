package disclosure.requests.audit;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
           WHERE id < ? AND (? OR organ_code = ANY (?))
             AND (?::text IS NULL OR subject_id = ?)
             AND (?::text IS NULL OR client_id = ?)
             AND (?::text IS NULL OR action = ?)
           ORDER BY id DESC
           LIMIT ?
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
    List<AuditEntry> entries = new ArrayList<>();
    register.read(
        reach,
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setLong(1, before);
            select.setBoolean(2, reach.everywhere());
            select.setArray(
                3,
                connection.createArrayOf(
                    "text", reach.organs().stream().map(OrganCode::value).toArray()));
            set(select, 4, subject);
            set(select, 6, client);
            set(select, 8, action.map(Enum::name));
            select.setInt(10, size);
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                entries.add(AuditEntry.read(row));
              }
            }
          }
          return entries.size();
        });
    return new Page(
        List.copyOf(entries),
        entries.size() == size ? Optional.of(entries.get(size - 1).id()) : Optional.empty());
  }

  private static void set(PreparedStatement select, int from, Optional<String> value)
      throws SQLException {
    select.setString(from, value.orElse(null));
    select.setString(from + 1, value.orElse(null));
  }
}
