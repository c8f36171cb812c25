package disclosure.report.publication;

import com.fasterxml.jackson.core.type.TypeReference;
import disclosure.report.content.ReportId;
import disclosure.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** The reasons for which checks were passed over. */
@ApplicationScoped
public class KeptReasons {

  private final Transactions transactions;

  KeptReasons(DataSource database) {
    this.transactions = new Transactions(database);
  }

  private record ReasonRow(
      int checkNumber, String findings, String reason, String recordedBy, Instant recordedAt) {

    KeptReason kept() {
      return new KeptReason(
          checkNumber,
          FrozenJson.read(findings, new TypeReference<List<String>>() {}),
          reason,
          recordedBy,
          recordedAt);
    }
  }

  /** Every reason that was ever given for a report, the newest first. */
  public List<KeptReason> all(ReportId id) {
    return select(
        id,
        "SELECT check_number, findings, reason, recorded_by, recorded_at FROM kept_reason WHERE "
            + ReportSql.KEY
            + " ORDER BY id DESC");
  }

  /** The reasons that count: for each check the newest. */
  public List<KeptReason> inForce(ReportId id) {
    return select(
        id,
        "SELECT DISTINCT ON (check_number) check_number, findings, reason, recorded_by, recorded_at"
            + " FROM kept_reason WHERE "
            + ReportSql.KEY
            + " ORDER BY check_number, id DESC");
  }

  /** Keeps a reason. */
  public void add(ReportId id, KeptReason kept) {
    transactions.run(
        connection ->
            ReportSql.of(
                    connection,
                    """
                    INSERT INTO kept_reason (organ_code, report_year, scope, check_number, findings,
                                             reason, recorded_by, recorded_at)
                    VALUES (:organ, :year, :scope, :check, :findings,
                            :reason, :recorded_by, :recorded_at)
                    """,
                    id)
                .with("check", kept.check())
                .with("findings", FrozenJson.write(kept.findings()))
                .with("reason", kept.reason())
                .with("recorded_by", kept.recordedBy())
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
