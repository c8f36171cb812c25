package disclosure.requests.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.SignedIn;
import disclosure.edge.testing.TestOrgans;
import disclosure.local.server.FreePort;
import disclosure.local.server.LocalClient;
import disclosure.local.server.LocalIssuer;
import disclosure.local.server.LocalPerson;
import disclosure.requests.RegisterTables;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The issuer is away for a moment, just when somebody's tokens have ended. */
@QuarkusTest
@TestProfile(IssuerAwayIT.ShortSessions.class)
class IssuerAwayIT {

  /** The profile is another class loader's, and shares with the test what is the JVM's. */
  private static final String AWAY = IssuerAwayIT.class.getName();

  @TestHTTPResource URL service;

  private SignedIn clerk;

  /** Tokens that hold for two seconds. */
  public static final class ShortSessions implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      try {
        LocalIssuer issuer =
            LocalIssuer.start(
                FreePort.any(),
                List.of(new LocalClient("pages", "secret", List.of(), List.of())),
                LocalIssuer.newKey(),
                new LocalIssuer.Pages(
                    "pages",
                    "http:",
                    List.of(
                        new LocalPerson(
                            "clerk",
                            "clerk",
                            "clerk",
                            List.of("recorder"),
                            List.of(TestOrgans.OFFICE))),
                    Duration.ofSeconds(2),
                    () -> Boolean.getBoolean(AWAY)));
        Runtime.getRuntime().addShutdownHook(new Thread(issuer::close));
        return Map.of(
            "quarkus.oidc.auth-server-url",
            issuer.url(),
            "pages.client-id",
            "pages",
            "pages.client-secret",
            "secret",
            "pages.session-secret",
            "s".repeat(32));
      } catch (Exception failure) {
        throw new IllegalStateException("the issuer doesn't start", failure);
      }
    }
  }

  @BeforeEach
  void signIn() throws Exception {
    RegisterTables.knowTestOrgans();
    clerk = SignedIn.as("clerk", service.getPort(), "/register");
  }

  @AfterEach
  void back() {
    System.clearProperty(AWAY);
  }

  @Test
  void the_session_is_kept_and_goes_on_once_the_issuer_is_back() throws Exception {
    System.setProperty(AWAY, "true");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> clerk.get("/register/new").statusCode() == 503);
    HttpResponse<String> form =
        clerk.post("/register/new", Map.of("applicant.name", "张三丰", "subject", "道路"));
    assertThat(form.statusCode()).isEqualTo(503);
    assertThat(form.headers().firstValue("Retry-After")).isPresent();
    assertThat(form.headers().allValues("Set-Cookie")).noneMatch(this::ends);
    assertThat(form.body()).contains("登录仍然保留", "重新提交所填内容", "value=\"张三丰\"").doesNotContain("登录已过期");

    System.clearProperty(AWAY);
    HttpResponse<String> page = clerk.get("/register/new");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri().getPath()).isEqualTo("/register/new");
    assertThat(page.previousResponse()).isEmpty();
  }

  private boolean ends(String cookie) {
    return cookie.startsWith("q_session") && cookie.contains("Max-Age=0");
  }
}
