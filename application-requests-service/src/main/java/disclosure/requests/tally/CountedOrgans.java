package disclosure.requests.tally;

import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/** What every count begins with: its period, and the organs that count for the organ in it. */
final class CountedOrgans {

  private static final String COUNTED =
      """
      WITH RECURSIVE period (first_day, last_day) AS (
        SELECT :from::date, :to::date
      ), placed AS MATERIALIZED (
        SELECT code, above FROM period, organ_on(last_day)
      ), counted (code) AS (
        SELECT code FROM period, own_organs(:organ::text, last_day, :without)
        UNION
        SELECT placed.code FROM placed JOIN counted ON placed.above = counted.code WHERE :subtree
      ),
      """;

  private CountedOrgans() {}

  /**
   * A statement that goes on from {@code period (first_day, last_day)} and {@code counted (code)}
   * with further expressions of the same {@code WITH}.
   */
  static Sql sql(Connection connection, String further, TallyQuery query) throws SQLException {
    return Sql.of(connection, COUNTED + further)
        .with("from", query.from())
        .with("to", query.to())
        .with("organ", query.organ())
        .array("without", "text", query.without())
        .with("subtree", query.scope() == TallyScope.SUBTREE);
  }
}
