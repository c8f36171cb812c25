package disclosure.report.access;

import disclosure.edge.Expected;
import disclosure.edge.InputFault;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which report a request is about. */
@ApplicationScoped
public class ReportIds {

  /** The first year that a report can be on: the Regulation came into force on 1 May 2008. */
  private static final int FIRST_YEAR = 2008;

  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  private final Clock clock;

  ReportIds(Clock clock) {
    this.clock = clock;
  }

  /**
   * The report that a path and the parameter {@code scope} name.
   *
   * @throws Refusal 400, naming the parameter at fault
   */
  public ReportId of(String organCode, String year, Optional<String> scope) {
    return new ReportId(
        Parameters.organCode("organCode", organCode),
        reportYear(year, LocalDate.now(clock).getYear()),
        reportScope(scope));
  }

  /**
   * The organ's report on this year, for what is asked of the organ before a year is known.
   *
   * @throws Refusal 400, naming the parameter at fault
   */
  public ReportId latest(String organCode, Optional<String> scope) {
    return of(organCode, Integer.toString(LocalDate.now(clock).getYear()), scope);
  }

  /**
   * The year that the parameter {@code year} names.
   *
   * @throws Refusal 400, naming the parameter
   */
  public int year(String text) {
    return reportYear(text, LocalDate.now(clock).getYear());
  }

  /** The organ alone when no scope is named. */
  private static ReportScope reportScope(Optional<String> text) {
    return text.isEmpty()
        ? ReportScope.OWN
        : Arrays.stream(ReportScope.values())
            .filter(scope -> scope.name().equals(text.get()))
            .findFirst()
            .orElseThrow(
                () ->
                    Refusal.invalid(
                        InputFault.NOT_ONE_OF.at("scope", Expected.oneOf(ReportScope.values()))));
  }

  private static int reportYear(String text, int latest) {
    int year = YEAR.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (year < FIRST_YEAR || year > latest) {
      throw Refusal.invalid(
          InputFault.YEAR_OUT_OF_RANGE.at("year", Expected.between(FIRST_YEAR, latest)));
    }
    return year;
  }
}
