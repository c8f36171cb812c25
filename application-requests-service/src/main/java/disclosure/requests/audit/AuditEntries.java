package disclosure.requests.audit;

import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads the audit trail, newest first. */
@ApplicationScoped
public class AuditEntries {

  /** Whatever an id belongs to: the index of the subjects begins with their kinds. */
  private static final List<String> KINDS =
      Arrays.stream(AuditAction.values()).map(AuditAction::subjectKind).distinct().toList();

  /**
   * The ids grow with the moments, but for those of transactions that were under way together: so
   * far beside the first entry of a day one of it may lie.
   */
  static final long UNDER_WAY = 100_000;

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  static final String FIRST_SINCE =
      """
      SELECT id FROM requests.audit_entry WHERE recorded_at >= :since ORDER BY recorded_at LIMIT 1
      """;

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
  public record Page(
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
   * @param since the id below which none lies that is wanted
   */
  record Wanted(Reach reach, AuditQuery query, long since, long before) {

    /** Only what is asked for stands in the statement, so that it is planned for that. */
    Sql select(Connection connection, String select) throws SQLException {
      List<String> conditions = new ArrayList<>(List.of("id < :before"));
      if (!reach.everywhere()) {
        conditions.add("organ_code = ANY (:organs)");
      }
      if (since > 0) {
        conditions.add("id >= :since");
      }
      query.from().ifPresent(given -> conditions.add("recorded_at >= :from"));
      query.to().ifPresent(given -> conditions.add("recorded_at < :to"));
      query
          .subject()
          .ifPresent(
              given -> conditions.add("subject_kind = ANY (:kinds) AND subject_id = :subject"));
      query.client().ifPresent(given -> conditions.add("client_id = :client"));
      query.person().ifPresent(given -> conditions.add("person = :person"));
      query.action().ifPresent(given -> conditions.add("action = :action"));
      Sql page =
          Sql.of(
                  connection,
                  select
                      + " FROM requests.audit_entry WHERE "
                      + String.join(" AND ", conditions)
                      + " ORDER BY id DESC LIMIT :size")
              .with("before", before)
              .with("size", query.size());
      if (!reach.everywhere()) {
        page.array("organs", "text", reach.organs());
      }
      if (since > 0) {
        page.with("since", since);
      }
      query.from().ifPresent(day -> page.with("from", beginning(day)));
      query.to().ifPresent(day -> page.with("to", beginning(day.plusDays(1))));
      if (query.subject().isPresent()) {
        page.array("kinds", "text", KINDS).with("subject", query.subject());
      }
      query.client().ifPresent(given -> page.with("client", given));
      query.person().ifPresent(given -> page.with("person", given));
      query.action().ifPresent(given -> page.with("action", given));
      return page;
    }
  }

  /** The entries that the query asks for, among those of a reach. */
  public Page page(AuditQuery query, Reach reach) throws SQLException {
    Wanted wanted =
        query.from().isEmpty() && query.to().isEmpty()
            ? new Wanted(reach, query, 0, query.before())
            : within(query, reach);
    List<AuditEntry> entries =
        register.read(
            reach,
            connection ->
                wanted.select(connection, "SELECT " + AuditEntry.COLUMNS).rows(AuditEntry::read));
    return new Page(
        List.copyOf(entries),
        Optional.empty(),
        entries.size() == query.size()
            ? Optional.of(entries.get(query.size() - 1).id())
            : Optional.empty());
  }

  /**
   * Where the days lie among the ids: the newest entries are gone through first, and would be as
   * far as to the days.
   */
  private Wanted within(AuditQuery query, Reach reach) throws SQLException {
    return register.read(
        Reach.EVERYTHING, connection -> within(connection, query, reach, UNDER_WAY));
  }

  /**
   * The same.
   *
   * @param aside how far beside the first entry of a day one of it may lie
   */
  static Wanted within(Connection connection, AuditQuery query, Reach reach, long aside)
      throws SQLException {
    long first = query.from().isPresent() ? firstSince(connection, query.from().get()) : 0;
    long after =
        query.to().isPresent()
            ? firstSince(connection, query.to().get().plusDays(1))
            : Long.MAX_VALUE;
    return new Wanted(
        reach,
        query,
        first == Long.MAX_VALUE ? first : first - aside,
        Math.min(query.before(), Math.min(after, Long.MAX_VALUE - aside) + aside));
  }

  /** The id of the first entry of the day or later; a larger one than any where there is none. */
  private static long firstSince(Connection connection, LocalDate day) throws SQLException {
    return Sql.of(connection, FIRST_SINCE)
        .with("since", beginning(day))
        .first(Long.class)
        .orElse(Long.MAX_VALUE);
  }

  private static Instant beginning(LocalDate day) {
    return day.atStartOfDay(CHINA).toInstant();
  }
}
