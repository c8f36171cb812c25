package disclosure.report.takenover;

import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.examined.ExaminedReport;
import disclosure.report.publication.Digests;
import disclosure.report.publication.FrozenJson;
import disclosure.requests.contract.OrganCode;
import disclosure.storage.Sql;
import disclosure.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The reports that were taken over, with their files. Added to, never changed. */
@ApplicationScoped
public class TakenOverReports {

  private static final String COLUMNS =
      "organ_code, scope, revision, report, file_name, format, octet_length(file) AS bytes, sha256,"
          + " sm3, reason, taken_over_by, person, taken_over_at";

  private static final String KEY =
      "organ_code = :organ AND report_year = :year AND scope = :scope";

  private final Transactions transactions;

  TakenOverReports(DataSource database) {
    this.transactions = new Transactions(database);
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Row(
      OrganCode organCode,
      ReportScope scope,
      int revision,
      String report,
      String fileName,
      String format,
      int bytes,
      byte[] sha256,
      byte[] sm3,
      Optional<String> reason,
      String takenOverBy,
      Optional<String> person,
      Instant takenOverAt) {

    TakenOver takenOver() {
      return new TakenOver(
          revision,
          FrozenJson.read(report, TakenOverReport.class),
          fileName,
          format,
          bytes,
          Digests.of(sha256, sm3),
          reason,
          takenOverBy,
          person,
          takenOverAt);
    }
  }

  /** The revision that counts. */
  public Optional<TakenOver> newest(ReportId id) {
    return transactions
        .run(
            connection ->
                sql(
                        connection,
                        "SELECT "
                            + COLUMNS
                            + " FROM taken_over_report WHERE "
                            + KEY
                            + " ORDER BY revision DESC LIMIT 1",
                        id)
                    .first(Row.class))
        .map(Row::takenOver);
  }

  /** Those of some organs on a year alone that count; what was not taken over is absent. */
  public Map<OrganCode, TakenOver> newestOwn(int year, Collection<OrganCode> organs) {
    return transactions
        .run(
            connection ->
                Sql.of(
                        connection,
                        "SELECT DISTINCT ON (organ_code) "
                            + COLUMNS
                            + " FROM taken_over_report WHERE report_year = :year AND scope = 'OWN'"
                            + " AND organ_code = ANY (:organs)"
                            + " ORDER BY organ_code, revision DESC")
                    .with("year", year)
                    .array("organs", "text", organs)
                    .list(Row.class))
        .stream()
        .collect(Collectors.toMap(Row::organCode, Row::takenOver));
  }

  /** All of an organ that count, by years and scopes; they are a few dozen at most. */
  public List<TakenOver> ofOrgan(OrganCode organ) {
    return transactions
        .run(
            connection ->
                Sql.of(
                        connection,
                        "SELECT DISTINCT ON (report_year, scope) "
                            + COLUMNS
                            + " FROM taken_over_report WHERE organ_code = :organ"
                            + " ORDER BY report_year, scope, revision DESC")
                    .with("organ", organ)
                    .list(Row.class))
        .stream()
        .map(Row::takenOver)
        .toList();
  }

  /** What the examination said of the file of a revision. */
  public Optional<ExaminedReport> examined(ReportId id, int revision) {
    return transactions
        .run(
            connection ->
                sql(
                        connection,
                        "SELECT examined FROM taken_over_report WHERE "
                            + KEY
                            + " AND revision = :revision",
                        id)
                    .with("revision", revision)
                    .first(String.class))
        .map(json -> FrozenJson.read(json, ExaminedReport.class));
  }

  /** The file of the revision that counts, byte for byte as it was sent. */
  public Optional<byte[]> file(ReportId id, int revision) {
    return transactions
        .run(
            connection ->
                sql(
                        connection,
                        "SELECT file FROM taken_over_report WHERE "
                            + KEY
                            + " AND revision = :revision",
                        id)
                    .with("revision", revision)
                    .first(FileRow.class))
        .map(FileRow::file);
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record FileRow(byte[] file) {}

  /**
   * Adds a revision.
   *
   * @return whether it was; not when another one of that number is there meanwhile
   */
  boolean add(TakenOver taken, byte[] file, ExaminedReport examined) {
    return transactions.run(
        connection ->
            sql(
                        connection,
                        """
                        INSERT INTO taken_over_report
                               (organ_code, report_year, scope, revision, report, examined,
                                file_name, format, file, sha256, sm3, reason, taken_over_by,
                                person, taken_over_at)
                        VALUES (:organ, :year, :scope, :revision, :report, :examined,
                                :file_name, :format, :file, :sha256, :sm3, :reason,
                                :taken_over_by, :person, :taken_over_at)
                        ON CONFLICT (organ_code, report_year, scope, revision) DO NOTHING
                        """,
                        taken.report().id())
                    .with("revision", taken.revision())
                    .with("report", FrozenJson.write(taken.report()))
                    .with("examined", FrozenJson.write(examined))
                    .with("file_name", taken.fileName())
                    .with("format", taken.format())
                    .with("file", file)
                    .with("sha256", taken.digests().sha256Bytes())
                    .with("sm3", taken.digests().sm3Bytes())
                    .with("reason", taken.reason())
                    .with("taken_over_by", taken.takenOverBy())
                    .with("person", taken.person())
                    .with("taken_over_at", taken.takenOverAt())
                    .update()
                == 1);
  }

  private static Sql sql(Connection connection, String text, ReportId id) {
    return Sql.of(connection, text)
        .with("organ", id.organ())
        .with("year", id.year())
        .with("scope", id.scope());
  }
}
