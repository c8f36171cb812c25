package disclosure.requests.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneId;

/** The one source of "now", in the zone in which all dates of the register are meant. */
class RegisterClock {

  @Produces
  @ApplicationScoped
  Clock clock() {
    return Clock.system(ZoneId.of("Asia/Shanghai"));
  }
}
