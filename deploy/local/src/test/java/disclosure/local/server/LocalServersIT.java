package disclosure.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.JWK;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class LocalServersIT {

  @TempDir Path directory;

  @Test
  void postgres_keeps_its_data_and_its_roles_between_starts() throws Exception {
    int port = FreePort.any();
    Path binaries = Path.of("target", "postgres-binaries").toAbsolutePath();
    Path data = directory.resolve("postgres");
    try (LocalPostgres postgres = LocalPostgres.start(binaries, data, port, true)) {
      postgres.createDatabase("requests");
      try (Connection connection = owner(postgres)) {
        connection.createStatement().execute("CREATE TABLE kept (n int)");
        connection.createStatement().execute("INSERT INTO kept VALUES (7)");
      }
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(binaries)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(binaries.resolve("unpacked"))))
        .isEqualTo("rwx------");
    try (LocalPostgres postgres = LocalPostgres.start(binaries, data, port, true)) {
      postgres.createDatabase("requests");
      try (Connection connection = owner(postgres);
          ResultSet kept = connection.createStatement().executeQuery("SELECT n FROM kept")) {
        assertThat(kept.next()).isTrue();
        assertThat(kept.getInt(1)).isEqualTo(7);
      }
    }
  }

  @Test
  void kafka_keeps_its_topics_between_starts() throws Exception {
    int port = FreePort.any();
    int controllerPort = FreePort.any();
    try (LocalKafka kafka = LocalKafka.start(directory, port, controllerPort)) {
      kafka.createTopics();
    }
    try (LocalKafka kafka = LocalKafka.start(directory, port, controllerPort);
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      kafka.createTopics();
      assertThat(admin.listTopics().names().get())
          .isEqualTo(Set.of("disclosure.applications", "disclosure.organs", "disclosure.disputes"));
    }
  }

  @Test
  void kafka_that_cannot_write_gives_up_alone() throws Exception {
    Path log = directory.resolve("kafka");
    try (LocalKafka kafka = LocalKafka.start(log, FreePort.any(), FreePort.any())) {
      assertThat(kafka.isAlive()).isTrue();
      // As on a full disk, nothing new can be made.
      Files.move(log, directory.resolve("away"));
      Files.createFile(log);
      Thread unanswered = new Thread(() -> topics(kafka));
      unanswered.setDaemon(true);
      unanswered.start();

      await().atMost(Duration.ofMinutes(1)).until(() -> !kafka.isAlive());
    }
  }

  @Test
  void the_issuer_gives_a_known_client_its_claims_and_refuses_a_wrong_secret() throws Exception {
    LocalClient client =
        new LocalClient("recorder", "secret", List.of("recorder"), List.of("111411240123456713"));
    try (LocalIssuer issuer = LocalIssuer.start(FreePort.any(), List.of(client))) {
      HttpResponse<String> token = token(issuer, "recorder", "secret");
      assertThat(token.statusCode()).isEqualTo(200);
      assertThat(payload(token.body()))
          .contains("\"organs\":[\"111411240123456713\"]", "\"roles\":[\"recorder\"]");
      assertThat(token(issuer, "recorder", "wrong").statusCode()).isEqualTo(401);
      assertThat(token(issuer, "nobody", "secret").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void a_call_for_a_token_may_name_fewer_roles_and_organs_and_no_others() throws Exception {
    LocalClient tester =
        new LocalClient("tester", "secret", List.of("recorder", "analyst"), List.of("*"));
    LocalClient recorder =
        new LocalClient("recorder", "secret", List.of("recorder"), List.of("111411240123456713"));
    try (LocalIssuer issuer = LocalIssuer.start(FreePort.any(), List.of(tester, recorder))) {
      HttpResponse<String> narrow =
          token(issuer, "tester", "secret&roles=analyst&organs=111411240123456713+98X");
      assertThat(payload(narrow.body()))
          .contains("\"organs\":[\"111411240123456713\",\"98X\"]", "\"roles\":[\"analyst\"]");
      assertThat(payload(token(issuer, "tester", "secret&organs=").body()))
          .contains("\"organs\":[]");
      assertThat(token(issuer, "tester", "secret&roles=publisher").statusCode()).isEqualTo(400);
      assertThat(token(issuer, "recorder", "secret&organs=*").statusCode()).isEqualTo(400);
      assertThat(token(issuer, "recorder", "secret&organs=98X").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void the_issuer_signs_with_the_key_that_it_is_given_and_no_known_one() throws Exception {
    String key = LocalIssuer.newKey();
    LocalClient client = new LocalClient("recorder", "secret", List.of("recorder"), List.of("*"));
    int port = FreePort.any();
    String before;
    try (LocalIssuer issuer = LocalIssuer.start(port, List.of(client), key)) {
      before = keys(issuer);
    }
    try (LocalIssuer again = LocalIssuer.start(port, List.of(client), key)) {
      assertThat(keys(again)).isEqualTo(before);
      assertThat(before).contains(JWK.parse(key).toRSAKey().getModulus().toString());
    }
    try (LocalIssuer another = LocalIssuer.start(FreePort.any(), List.of(client))) {
      assertThat(keys(another)).isNotEqualTo(before);
    }
  }

  @Test
  void people_sign_in_for_the_pages_alone_and_bring_no_claims_of_their_own() throws Exception {
    String origin = "http://localhost:8080";
    LocalPerson person =
        new LocalPerson("li.zhong", "李忠", "科室负责人", List.of("analyst"), List.of("98X"));
    List<LocalClient> clients =
        List.of(
            new LocalClient("pages", "secret", List.of(), List.of()),
            new LocalClient("recorder", "secret", List.of("recorder"), List.of("*")));
    try (LocalIssuer issuer =
        LocalIssuer.start(
            FreePort.any(),
            clients,
            LocalIssuer.newKey(),
            new LocalIssuer.Pages("pages", origin, List.of(person)))) {
      String back = origin + "/dashboard/callback";
      assertThat(signIn(issuer, "pages", back, "").body()).contains("李忠").doesNotContain("98X");
      HttpResponse<String> chosen =
          signIn(issuer, "pages", back, "username=li.zhong&claims={\"organs\":[\"*\"]}");
      assertThat(chosen.statusCode()).isEqualTo(302);
      String address = chosen.headers().firstValue("Location").orElseThrow();
      assertThat(address).startsWith(back + "?");
      HttpResponse<String> token =
          token(
              issuer,
              "pages",
              "secret",
              "authorization_code&redirect_uri="
                  + back
                  + "&code="
                  + address.replaceAll(".*[?&]code=([^&]*).*", "$1"));
      assertThat(payload(token.body()))
          .contains("\"organs\":[\"98X\"]", "\"roles\":[\"analyst\"]", "\"azp\":\"pages\"");
      assertThat(payload(token(issuer, "pages", "secret").body()))
          .contains("\"organs\":[]", "\"roles\":[]");

      assertThat(signIn(issuer, "pages", back, "username=nobody").statusCode()).isEqualTo(400);
      assertThat(signIn(issuer, "recorder", back, "").statusCode()).isEqualTo(400);
      assertThat(signIn(issuer, "pages", origin + ".evil/x", "").statusCode()).isEqualTo(400);
      assertThat(get(issuer.url() + "/endsession?post_logout_redirect_uri=http://evil/"))
          .isEqualTo(400);
      assertThat(get(issuer.url() + "/endsession?post_logout_redirect_uri=" + origin + "/"))
          .isEqualTo(302);
    }
  }

  private static HttpResponse<String> signIn(
      LocalIssuer issuer, String client, String back, String form) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            URI.create(
                issuer.url()
                    + "/authorize?response_type=code&scope=openid&state=s&nonce=n&client_id="
                    + client
                    + "&redirect_uri="
                    + back));
    if (!form.isEmpty()) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(HttpRequest.BodyPublishers.ofString(form));
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static int get(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static String keys(LocalIssuer issuer) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(issuer.url() + "/jwks")).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static void topics(LocalKafka kafka) {
    try {
      kafka.createTopics();
    } catch (Exception gone) {
      throw new IllegalStateException(gone);
    }
  }

  private static Connection owner(LocalPostgres postgres) throws Exception {
    return DriverManager.getConnection(
        postgres.url("requests"), "requests_owner", "requests_owner");
  }

  private static HttpResponse<String> token(LocalIssuer issuer, String id, String secret)
      throws Exception {
    return token(issuer, id, secret, "client_credentials");
  }

  private static HttpResponse<String> token(
      LocalIssuer issuer, String id, String secret, String grant) throws Exception {
    String form = "grant_type=" + grant + "&client_id=" + id + "&client_secret=" + secret;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer.tokenEndpoint()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String payload(String body) {
    String token = body.replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
  }
}
