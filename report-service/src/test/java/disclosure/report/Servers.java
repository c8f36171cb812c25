package disclosure.report;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestServers;
import java.time.Instant;
import java.util.Map;

/** The servers of the reports' tests, and the neighbouring services' answers over real HTTP. */
public final class Servers extends TestServers {

  @Override
  public Map<String, String> start() {
    return running();
  }

  /** The environment of a service beside the running servers. */
  public static Map<String, String> running() {
    return running(
        "report",
        servers -> {
          servers.set("OIDC_CLIENT_ID", TestClient.REPORT_SERVICE.id());
          servers.set("OIDC_CLIENT_SECRET", TestClient.SECRET);
          servers.set("STATISTICS_URL", servers.keep(Neighbour.start(Absence.Of.STATISTICS)).url());
          servers.set(
              "SIGNING_KEY_FILE",
              TestSigningKey.write(
                      servers.directory().resolve("signing.pem"),
                      "临县人民政府（测试）",
                      Instant.parse("2020-01-01T00:00:00Z"),
                      Instant.parse("2120-01-01T00:00:00Z"))
                  .toString());
          TestTimeStamps stamps = servers.keep(TestTimeStamps.start(servers.directory()));
          servers.set("TIME_STAMP_URL", stamps.url());
          servers.set("TIME_STAMP_CERTIFICATES", stamps.certificates().toString());
          servers.set("report.time-stamps.pause", "PT0.1S");
          servers.set("report.signing.look-interval", "PT0.1S");
          servers.set("PAGES_URL", "https://gk.example.gov.cn/");
          servers.set("REQUESTS_URL", servers.keep(Neighbour.start(Absence.Of.REGISTER)).url());
          servers.set("report.runs.back-off", "PT0.01S");
          servers.set("report.runs.outage-pause", "PT0.1S");
          servers.set("background-work.poll", "PT0.1S");
        });
  }
}
