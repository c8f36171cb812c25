package disclosure.report.examined.batch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How archives of reports are examined. */
@ConfigMapping(prefix = "report.examinations")
interface BatchSettings {

  /**
   * How many files are taken up at once (EXAMINATION_WORKERS), of which one is read at a time; 0:
   * this instance leaves them to others.
   */
  @WithDefault("1")
  int workers();

  /**
   * How long after its end what a job found is kept, and how long after its order one is ended that
   * isn't through (EXAMINATION_RETENTION).
   */
  @WithDefault("P1D")
  Duration retention();
}
