package disclosure.report.publication;

import disclosure.report.content.ReportId;
import disclosure.storage.Sql;
import java.sql.Connection;

/** Statements about one report. */
final class ReportSql {

  /** The condition that a row is about the report. */
  static final String KEY = "organ_code = :organ AND report_year = :year AND scope = :scope";

  private ReportSql() {}

  /** A statement whose parameters {@code organ}, {@code year} and {@code scope} name the report. */
  static Sql of(Connection connection, String text, ReportId id) {
    return Sql.of(connection, text)
        .with("organ", id.organ())
        .with("year", id.year())
        .with("scope", id.scope());
  }
}
