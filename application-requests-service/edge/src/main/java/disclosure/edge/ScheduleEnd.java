package disclosure.edge;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Begins nothing more by the clock once the service ends: what it would need is going away. */
@ApplicationScoped
class ScheduleEnd {

  private static final int BEFORE_ALL_OTHERS = 1;

  void stop(@Observes @Priority(BEFORE_ALL_OTHERS) ShutdownEvent ending, Scheduler scheduler) {
    scheduler.pause();
  }
}
