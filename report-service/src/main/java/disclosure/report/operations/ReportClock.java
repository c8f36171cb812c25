package disclosure.report.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneId;

/** The one source of "now", in the zone in which all dates of a report are meant. */
class ReportClock {

  @Produces
  @ApplicationScoped
  Clock clock() {
    return Clock.system(ZoneId.of("Asia/Shanghai"));
  }
}
