package disclosure.statistics.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Period;
import disclosure.statistics.matrix.Matrices;
import disclosure.statistics.matrix.Question;
import disclosure.statistics.organ.OrganTree;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 环比、同比: the totals of table three beside those of the period before and of the same days a year
 * before.
 *
 * @param previous the period before, of as many months, or of as many days
 * @param yearBefore the same period of the year before
 * @param previousPopulation how many applications were handled in it
 * @param yearBeforePopulation how many applications were handled in it
 */
record Comparison(
    Period previous,
    Period yearBefore,
    long previousPopulation,
    long yearBeforePopulation,
    List<Row> rows) {

  /**
   * A row of table three.
   *
   * @param changePercent from the period before to this one, to one decimal; absent when that had
   *     none
   * @param changeOnYearPercent from the year before to this one; absent when that had none
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Row(
      FormRow code,
      String number,
      String label,
      long total,
      long previous,
      long change,
      Optional<BigDecimal> changePercent,
      long yearBefore,
      long changeOnYear,
      Optional<BigDecimal> changeOnYearPercent) {}

  static Counted<Comparison> read(Connection connection, OrganTree tree, Question question)
      throws SQLException {
    Period before = Neighbours.before(question.period());
    Period yearBefore = Neighbours.yearBefore(question.period());
    List<MatrixRow> now = Matrices.rows(connection, tree, question);
    List<MatrixRow> then = Matrices.rows(connection, tree, question.in(before));
    List<MatrixRow> aYearAgo = Matrices.rows(connection, tree, question.in(yearBefore));
    List<Row> rows = new ArrayList<>();
    for (FormRow code : FormRow.values()) {
      long total = Trend.total(now, code);
      long previous = Trend.total(then, code);
      long earlier = Trend.total(aYearAgo, code);
      rows.add(
          new Row(
              code,
              code.number(),
              code.label(),
              total,
              previous,
              total - previous,
              percent(total, previous),
              earlier,
              total - earlier,
              percent(total, earlier)));
    }
    return new Counted<>(
        Trend.population(),
        Trend.handled(now),
        new Comparison(
            before, yearBefore, Trend.handled(then), Trend.handled(aYearAgo), List.copyOf(rows)));
  }

  static Optional<BigDecimal> percent(long total, long earlier) {
    return earlier == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(total - earlier)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(earlier), 1, RoundingMode.HALF_UP));
  }

  /** Which periods another is compared with. */
  static final class Neighbours {

    private Neighbours() {}

    /** The period before: as many months when it is made of whole months, else as many days. */
    static Period before(Period period) {
      LocalDate to = period.from().minusDays(1);
      if (isWholeMonths(period)) {
        long months =
            java.time.temporal.ChronoUnit.MONTHS.between(period.from(), period.to().plusDays(1));
        return new Period(period.from().minusMonths(months), to);
      }
      long days = java.time.temporal.ChronoUnit.DAYS.between(period.from(), period.to());
      return new Period(to.minusDays(days), to);
    }

    /** The same days a year before; the end of a month stays one. */
    static Period yearBefore(Period period) {
      LocalDate to = period.to().minusYears(1);
      return new Period(
          period.from().minusYears(1),
          isWholeMonths(period) ? to.withDayOfMonth(to.lengthOfMonth()) : to);
    }

    private static boolean isWholeMonths(Period period) {
      return period.from().getDayOfMonth() == 1 && period.to().plusDays(1).getDayOfMonth() == 1;
    }
  }
}
