package disclosure.statistics.organ;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** How many organs can't be read whole. */
@ApplicationScoped
class OrganMeters {

  void start(@Observes StartupEvent event, MeterRegistry meters) {
    meters.gauge("organs.unreadable", this, none -> OrganTrees.odd());
  }
}
