package disclosure.requests.subscription.receiver;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which systems may be told of events, and how long they have to answer. */
@ConfigMapping(prefix = "webhooks")
public interface ReceiverSettings {

  /**
   * Hosts that may be called (WEBHOOK_HOSTS): {@code host} at 443, {@code host:port}, or {@code
   * host:*} at any port, by https alone; {@code http://} before a loopback host, for trying out.
   */
  Optional<List<String>> hosts();

  /** How long a receiver has for its whole answer (WEBHOOK_TIMEOUT). */
  @WithDefault("10s")
  Duration timeout();

  /** Certificates of authorities, in PEM, that are trusted instead of those of the JVM. */
  Optional<Path> trustedCertificates();
}
