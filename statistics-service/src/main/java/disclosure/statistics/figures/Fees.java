package disclosure.statistics.figures;

import disclosure.edge.Text;
import disclosure.statistics.matrix.KnownStates;
import disclosure.statistics.matrix.Question;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * 信息处理费 of a period, as section six of the annual report tells it.
 *
 * @param noticesIssued how many fee notices went out in the period
 * @param amountNotified what they charged together, in 元
 * @param paymentsReceived how many payments came in in the period
 * @param amountReceived what was paid in the period, in 元, whenever it had been notified
 */
record Fees(
    long noticesIssued,
    BigDecimal amountNotified,
    long paymentsReceived,
    BigDecimal amountReceived) {

  private static final Text POPULATION =
      new Text(
          "本期发出收费通知或者收到缴费的政府信息公开申请（不含已作废的）",
          "Applications with a fee notice or payment in the period, without voided ones");

  static Counted<Fees> read(Connection connection, List<String> organs, Question question)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            KnownStates.sql(question)
                + """
                SELECT count(DISTINCT application_id),
                       count(*) FILTER (WHERE fee.kind = 'NOTIFIED'),
                       coalesce(sum(fee.fen) FILTER (WHERE fee.kind = 'NOTIFIED'), 0),
                       count(*) FILTER (WHERE fee.kind = 'PAID'),
                       coalesce(sum(fee.fen) FILTER (WHERE fee.kind = 'PAID'), 0)
                FROM known
                CROSS JOIN LATERAL jsonb_to_recordset(fees) AS fee (kind text, "on" date, fen bigint)
                WHERE fees IS NOT NULL AND fee."on" BETWEEN ? AND ?
                """)) {
      int next = KnownStates.bind(connection, select, organs, question);
      select.setObject(next, question.period().from());
      select.setObject(next + 1, question.period().to());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Counted<>(
            POPULATION,
            row.getLong(1),
            new Fees(row.getLong(2), yuan(row, 3), row.getLong(4), yuan(row, 5)));
      }
    }
  }

  private static BigDecimal yuan(ResultSet row, int column) throws SQLException {
    return row.getBigDecimal(column).movePointLeft(2).setScale(2);
  }
}
