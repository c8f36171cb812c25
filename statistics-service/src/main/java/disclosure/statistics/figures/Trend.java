package disclosure.statistics.figures;

import disclosure.edge.Expected;
import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Period;
import disclosure.statistics.fault.StatisticsFault;
import disclosure.statistics.matrix.Matrices;
import disclosure.statistics.matrix.Question;
import disclosure.statistics.organ.OrganTree;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The course of the months.
 *
 * @param months in their order
 */
public record Trend(List<Month> months) {

  private static final Text POPULATION =
      new Text(
          "本期处理的政府信息公开申请：上期结转的与新收的（不含已作废的）",
          "Applications handled in the period: carried in and newly received, without voided ones");
  private static final int MAX_MONTHS = 60;

  /**
   * A month, or the part of it that lies in the period: the totals of table three of the organs
   * that the whole period counts, so that each month begins with what the one before carried out.
   *
   * @param month as YYYY-MM
   * @param carriedIn open before its first day
   * @param received in it
   * @param concluded in it
   * @param carriedOut open after its last day
   */
  public record Month(
      String month,
      LocalDate from,
      LocalDate to,
      long carriedIn,
      long received,
      long concluded,
      long carriedOut) {}

  /**
   * @throws Refusal 400 for more than five years
   */
  static Counted<Trend> read(Connection connection, OrganTree tree, Question question)
      throws SQLException {
    Period period = question.period();
    YearMonth first = YearMonth.from(period.from());
    YearMonth last = YearMonth.from(period.to());
    if (ChronoUnit.MONTHS.between(first, last) >= MAX_MONTHS) {
      throw Refusal.invalid(StatisticsFault.TOO_MANY_MONTHS.at("to", Expected.atMost(60)));
    }
    List<Month> months = new ArrayList<>();
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      LocalDate from = month.equals(first) ? period.from() : month.atDay(1);
      LocalDate to = month.equals(last) ? period.to() : month.atEndOfMonth();
      List<MatrixRow> rows = Matrices.rows(connection, tree, question.during(new Period(from, to)));
      months.add(
          new Month(
              month.toString(),
              from,
              to,
              total(rows, FormRow.CARRIED_IN),
              total(rows, FormRow.NEWLY_RECEIVED),
              total(rows, FormRow.CONCLUDED),
              total(rows, FormRow.CARRIED_OUT)));
    }
    return new Counted<>(
        POPULATION,
        handled(Matrices.rows(connection, tree, question)),
        new Trend(List.copyOf(months)));
  }

  static long handled(List<MatrixRow> rows) {
    return total(rows, FormRow.CARRIED_IN) + total(rows, FormRow.NEWLY_RECEIVED);
  }

  static Text population() {
    return POPULATION;
  }

  static long total(List<MatrixRow> rows, FormRow code) {
    return rows.get(code.ordinal()).total();
  }
}
