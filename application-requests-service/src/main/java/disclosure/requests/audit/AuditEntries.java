package disclosure.requests.audit;

import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads the audit trail, newest first. */
@ApplicationScoped
class AuditEntries {

  /** Whatever an id belongs to: the index of the subjects begins with their kinds. */
  private static final List<String> KINDS =
      Arrays.stream(AuditAction.values()).map(AuditAction::subjectKind).distinct().toList();

  private final RegisterReader register;

  AuditEntries(RegisterReader register) {
    this.register = register;
  }

  /**
   * A part of the trail.
   *
   * @param next where there are more; null in JSON at the end
   * @param before the parameter of that name that next has, as it was told before
   */
  @Schema(name = "AuditPage")
  record Page(
      List<AuditEntry> items,
      Optional<URI> next,
      @Schema(deprecated = true) Optional<Long> before) {

    Page at(URI more) {
      return new Page(items, Optional.of(more), before);
    }
  }

  /**
   * Which entries are wanted.
   *
   * @param before only those with smaller ids
   */
  record Wanted(
      Reach reach,
      Optional<String> subject,
      Optional<String> client,
      Optional<String> person,
      Optional<AuditAction> action,
      long before,
      int size) {

    /** Only what is asked for stands in the statement, so that it is planned for that. */
    Sql select(Connection connection, String select) throws SQLException {
      List<String> conditions = new ArrayList<>(List.of("id < :before"));
      if (!reach.everywhere()) {
        conditions.add("organ_code = ANY (:organs)");
      }
      subject.ifPresent(
          given -> conditions.add("subject_kind = ANY (:kinds) AND subject_id = :subject"));
      client.ifPresent(given -> conditions.add("client_id = :client"));
      person.ifPresent(given -> conditions.add("person = :person"));
      action.ifPresent(given -> conditions.add("action = :action"));
      Sql page =
          Sql.of(
                  connection,
                  select
                      + " FROM requests.audit_entry WHERE "
                      + String.join(" AND ", conditions)
                      + " ORDER BY id DESC LIMIT :size")
              .with("before", before)
              .with("size", size);
      if (!reach.everywhere()) {
        page.array("organs", "text", reach.organs());
      }
      if (subject.isPresent()) {
        page.array("kinds", "text", KINDS).with("subject", subject);
      }
      client.ifPresent(given -> page.with("client", given));
      person.ifPresent(given -> page.with("person", given));
      action.ifPresent(given -> page.with("action", given));
      return page;
    }
  }

  Page page(Wanted wanted) throws SQLException {
    List<AuditEntry> entries =
        register.read(
            wanted.reach(),
            connection ->
                wanted.select(connection, "SELECT " + AuditEntry.COLUMNS).rows(AuditEntry::read));
    return new Page(
        List.copyOf(entries),
        Optional.empty(),
        entries.size() == wanted.size()
            ? Optional.of(entries.get(wanted.size() - 1).id())
            : Optional.empty());
  }
}
