package disclosure.requests.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** How long rows of ledgers are kept. */
@ConfigMapping(prefix = "ledger")
interface LedgerSettings {

  /**
   * How long after its order what couldn't be registered of a ledger waits to be tried again
   * (LEDGER_RETENTION), as an ISO 8601 period of days; then it is dropped, for it holds personal
   * data.
   */
  @WithDefault("P30D")
  Period retention();

  /**
   * How long after its order it is told what was done with each row of a ledger
   * (LEDGER_ROWS_RETENTION), as an ISO 8601 period; what was done altogether is told for good.
   */
  @WithDefault("P2Y")
  Period rowsRetention();
}
