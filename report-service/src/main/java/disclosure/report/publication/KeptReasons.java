package disclosure.report.publication;

import com.fasterxml.jackson.core.type.TypeReference;
import disclosure.report.content.ReportId;
import disclosure.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The reasons for which checks were passed over. */
@ApplicationScoped
public class KeptReasons {

  /** One for each check that has any, however many were given before. */
  static final String IN_FORCE =
      """
      WITH RECURSIVE checked AS (
        SELECT min(check_number) AS number FROM kept_reason WHERE {key}
        UNION ALL
        SELECT (SELECT min(check_number) FROM kept_reason WHERE {key} AND check_number > number)
          FROM checked WHERE number IS NOT NULL)
      SELECT newest.check_number, newest.findings, newest.reason, newest.recorded_by,
             newest.person, newest.recorded_at
        FROM checked
       CROSS JOIN LATERAL (
         SELECT check_number, findings, reason, recorded_by, person, recorded_at FROM kept_reason
          WHERE {key} AND check_number = checked.number ORDER BY id DESC LIMIT 1) newest
       ORDER BY newest.check_number
      """
          .replace("{key}", ReportSql.KEY);

  private final Transactions transactions;

  KeptReasons(DataSource database) {
    this.transactions = new Transactions(database);
  }

  private record ReasonRow(
      int checkNumber,
      String findings,
      String reason,
      String recordedBy,
      Optional<String> person,
      Instant recordedAt) {

    KeptReason kept() {
      return new KeptReason(
          checkNumber,
          FrozenJson.read(findings, new TypeReference<List<String>>() {}),
          reason,
          recordedBy,
          person,
          recordedAt);
    }
  }

  /**
   * Some reasons that were given for a report.
   *
   * @param items the newest first
   * @param last the number of the last, when there are others before it
   */
  public record Page(List<KeptReason> items, Optional<Long> last) {}

  private record NumberedRow(
      long id,
      int checkNumber,
      String findings,
      String reason,
      String recordedBy,
      Optional<String> person,
      Instant recordedAt) {

    KeptReason kept() {
      return new ReasonRow(checkNumber, findings, reason, recordedBy, person, recordedAt).kept();
    }
  }

  /** Some of the reasons that were ever given for a report before one of them. */
  public Page before(ReportId id, long number, int limit) {
    List<NumberedRow> found =
        transactions.run(
            connection ->
                ReportSql.of(
                        connection,
                        "SELECT id, check_number, findings, reason, recorded_by, person, recorded_at"
                            + " FROM kept_reason WHERE "
                            + ReportSql.KEY
                            + " AND id < :number ORDER BY id DESC LIMIT :limit",
                        id)
                    .with("number", number)
                    .with("limit", limit + 1)
                    .list(NumberedRow.class));
    return new Page(
        found.stream().limit(limit).map(NumberedRow::kept).toList(),
        found.size() > limit ? Optional.of(found.get(limit - 1).id()) : Optional.empty());
  }

  /** The reasons that count: for each check the newest. */
  public List<KeptReason> inForce(ReportId id) {
    return select(id, IN_FORCE);
  }

  /** Keeps a reason. */
  public void add(ReportId id, KeptReason kept) {
    transactions.run(
        connection ->
            ReportSql.of(
                    connection,
                    """
                    INSERT INTO kept_reason (organ_code, report_year, scope, check_number, findings,
                                             reason, recorded_by, person, recorded_at)
                    VALUES (:organ, :year, :scope, :check, :findings,
                            :reason, :recorded_by, :person, :recorded_at)
                    """,
                    id)
                .with("check", kept.check())
                .with("findings", FrozenJson.write(kept.findings()))
                .with("reason", kept.reason())
                .with("recorded_by", kept.recordedBy())
                .with("person", kept.person())
                .with("recorded_at", kept.recordedAt())
                .update());
  }

  private List<KeptReason> select(ReportId id, String sql) {
    return transactions
        .run(connection -> ReportSql.of(connection, sql, id).list(ReasonRow.class))
        .stream()
        .map(ReasonRow::kept)
        .toList();
  }
}
