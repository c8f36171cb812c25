package disclosure.report.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/** The one source of "now", in the zone in which all dates of a report are meant. */
class ReportClock {

  /** What the database keeps of a moment: it is answered the same before and after it is stored. */
  private static final Duration MICROSECOND = Duration.ofNanos(1_000);

  @Produces
  @ApplicationScoped
  Clock clock() {
    return Clock.tick(Clock.system(ZoneId.of("Asia/Shanghai")), MICROSECOND);
  }
}
