package disclosure.requests.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How tables for spreadsheets are made. */
@ConfigMapping(prefix = "export")
interface ExportSettings {

  /** How long a table may take, with the client that takes it (EXPORT_TIMEOUT). */
  @WithDefault("10m")
  Duration timeout();
}
