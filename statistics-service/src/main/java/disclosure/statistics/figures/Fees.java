package disclosure.statistics.figures;

import disclosure.edge.Text;
import disclosure.statistics.matrix.KnownStates;
import disclosure.statistics.matrix.Question;
import java.math.BigDecimal;
import java.sql.Connection;
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
    return KnownStates.select(
            connection,
            organs,
            question,
            """
            SELECT count(DISTINCT application_id) AS applications,
                   count(*) FILTER (WHERE fee.kind = 'NOTIFIED') AS notices,
                   coalesce(sum(fee.fen) FILTER (WHERE fee.kind = 'NOTIFIED'), 0) AS fen_notified,
                   count(*) FILTER (WHERE fee.kind = 'PAID') AS payments,
                   coalesce(sum(fee.fen) FILTER (WHERE fee.kind = 'PAID'), 0) AS fen_paid
            FROM known
            CROSS JOIN LATERAL jsonb_to_recordset(fees) AS fee (kind text, "on" date, fen bigint)
            WHERE fees IS NOT NULL AND fee."on" BETWEEN :from AND :to
            """)
        .with("from", question.period().from())
        .with("to", question.period().to())
        .one(Sums.class)
        .counted();
  }

  /** What the fee entries of the period add up to. */
  private record Sums(
      long applications, long notices, BigDecimal fenNotified, long payments, BigDecimal fenPaid) {

    Counted<Fees> counted() {
      return new Counted<>(
          POPULATION, applications, new Fees(notices, yuan(fenNotified), payments, yuan(fenPaid)));
    }

    private static BigDecimal yuan(BigDecimal fen) {
      return fen.movePointLeft(2).setScale(2);
    }
  }
}
