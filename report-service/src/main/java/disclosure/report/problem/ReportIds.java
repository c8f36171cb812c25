package disclosure.report.problem;

import disclosure.report.content.ReportId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Which report a request is about. */
@ApplicationScoped
public class ReportIds {

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
        Parameters.reportYear("year", year, LocalDate.now(clock).getYear()),
        Parameters.reportScope("scope", scope));
  }
}
