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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * 环比、同比: the totals of table three beside those of the period before and of the same days a year
 * before. Of a period that the caller may not see, no figure is told.
 *
 * @param previous the period before, of as many months, or of as many days
 * @param yearBefore the same period of the year before
 * @param previousPopulation how many applications were handled in it
 * @param yearBeforePopulation how many applications were handled in it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Comparison(
    Period previous,
    Period yearBefore,
    Optional<Long> previousPopulation,
    Optional<Long> yearBeforePopulation,
    List<Row> rows) {

  /**
   * A row of table three.
   *
   * @param changePercent from the period before to this one, to one decimal; absent when that had
   *     none
   * @param changeOnYearPercent from the year before to this one; absent when that had none
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @Schema(name = "ComparedRow")
  public record Row(
      FormRow code,
      String number,
      String label,
      long total,
      Optional<Long> previous,
      Optional<Long> change,
      Optional<BigDecimal> changePercent,
      Optional<Long> yearBefore,
      Optional<Long> changeOnYear,
      Optional<BigDecimal> changeOnYearPercent) {

    static Row of(FormRow code, long total, Optional<Long> previous, Optional<Long> yearBefore) {
      return new Row(
          code,
          code.number(),
          code.label(),
          total,
          previous,
          previous.map(earlier -> total - earlier),
          previous.flatMap(earlier -> percent(total, earlier)),
          yearBefore,
          yearBefore.map(earlier -> total - earlier),
          yearBefore.flatMap(earlier -> percent(total, earlier)));
    }
  }

  /**
   * Compares.
   *
   * @param visible whether the caller may see the organ's figures of a period: who was above it for
   *     a while sees those of that while
   */
  static Counted<Comparison> read(
      Connection connection, OrganTree tree, Question question, Predicate<Period> visible)
      throws SQLException {
    Period previous = Neighbours.before(question.period());
    Period yearBefore = Neighbours.yearBefore(question.period());
    List<MatrixRow> now = Matrices.rows(connection, tree, question);
    Optional<List<MatrixRow>> then = earlier(connection, tree, question.in(previous), visible);
    Optional<List<MatrixRow>> aYearAgo =
        earlier(connection, tree, question.in(yearBefore), visible);
    return new Counted<>(
        Trend.population(),
        Trend.handled(now),
        new Comparison(
            previous,
            yearBefore,
            then.map(Trend::handled),
            aYearAgo.map(Trend::handled),
            Arrays.stream(FormRow.values())
                .map(
                    code ->
                        Row.of(
                            code,
                            Trend.total(now, code),
                            then.map(rows -> Trend.total(rows, code)),
                            aYearAgo.map(rows -> Trend.total(rows, code))))
                .toList()));
  }

  private static Optional<List<MatrixRow>> earlier(
      Connection connection, OrganTree tree, Question question, Predicate<Period> visible)
      throws SQLException {
    return visible.test(question.period())
        ? Optional.of(Matrices.rows(connection, tree, question))
        : Optional.empty();
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
