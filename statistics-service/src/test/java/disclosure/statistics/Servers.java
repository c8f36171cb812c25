package disclosure.statistics;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestServers;
import java.util.Map;

/** The servers of the statistics' tests, and a register that answers as they tell it. */
public final class Servers extends TestServers {

  @Override
  public Map<String, String> start() {
    return running();
  }

  /** The environment of a service beside the running servers. */
  public static Map<String, String> running() {
    return running(
        "statistics",
        servers -> {
          servers.kafka();
          servers.set("REQUESTS_URL", servers.keep(new TallyServer()).url());
          servers.set("OIDC_CLIENT_ID", TestClient.ANALYST.id());
          servers.set("OIDC_CLIENT_SECRET", TestClient.SECRET);
        });
  }
}
