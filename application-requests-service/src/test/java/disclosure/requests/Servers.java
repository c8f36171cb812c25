package disclosure.requests;

import disclosure.edge.testing.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The servers of the register's tests. */
public final class Servers extends TestServers {

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>(running());
    // Shorter than a service would take it that isn't under test.
    settings.put("key-ring.grace", "2s");
    return settings;
  }

  /** The environment of a service beside the running servers. */
  public static Map<String, String> running() {
    return running(
        "requests",
        servers -> {
          servers.kafka();
          servers.set("KEYRING_FILE", keyring(servers.directory()).toString());
          servers.set("WEBHOOK_HOSTS", "http://127.0.0.1:*,receiver.example.gov.cn");
          servers.set("WEBHOOK_TIMEOUT", "2s");
          servers.set("subscriptions.first-pause", "100ms");
          servers.set("background-work.back-off", "200ms");
        });
  }

  private static Path keyring(Path directory) throws IOException {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Files.writeString(
        directory.resolve("keyring"), "1 " + Base64.getEncoder().encodeToString(key) + "\n");
  }
}
