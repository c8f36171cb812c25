package disclosure.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the services ask for in different measure. */
@ConfigMapping(prefix = "edge")
interface EdgeSettings {

  /** The address in links (PUBLIC_URL); without one they are references from the root. */
  Optional<URI> publicUrl();

  /**
   * Addresses and networks of proxies (TRUSTED_PROXIES) that say from where they are asked; without
   * any, who needs no token is known by the address of the connection.
   */
  Optional<List<String>> trustedProxies();

  /** How large a JSON body may be. */
  @WithDefault("256K")
  MemorySize maxBodySize();

  /** How long a JSON body may take to arrive, and a streamed one may stay away. */
  @WithDefault("20s")
  Duration bodyTimeout();

  /** How much of a streamed body has to come in a second, on average over the body's timeout. */
  @WithDefault("1K")
  MemorySize bodyMinRate();

  /** How much of a streamed body has to come within {@link #bodyLongTimeout}, again and again. */
  @WithDefault("20M")
  MemorySize bodyLongStretch();

  /** How long that much of a streamed body may be waited for. */
  @WithDefault("5m")
  Duration bodyLongTimeout();

  /** Whether there are streams that a ticket opens, and a table of tickets. */
  @WithDefault("false")
  boolean streamTickets();

  /** How a text may be written that a client sends. */
  @WithDefault("ONE_LINE")
  PlainText text();
}
