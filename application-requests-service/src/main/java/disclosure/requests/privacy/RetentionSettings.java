package disclosure.requests.privacy;

import io.smallrye.config.ConfigMapping;
import java.time.Period;
import java.util.Optional;

/** How long it is kept who applied. */
@ConfigMapping(prefix = "retention")
interface RetentionSettings {

  /**
   * How long after the conclusion or voiding applicant and subject are kept (RETENTION_AFTER), as
   * an ISO 8601 period such as {@code P10Y}; absent: for ever.
   */
  Optional<Period> after();
}
