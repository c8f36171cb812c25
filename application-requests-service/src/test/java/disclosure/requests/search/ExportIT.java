package disclosure.requests.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.Management;
import disclosure.edge.testing.TestClient;
import disclosure.requests.RegisterTables;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Large tables, which take longer than a transaction may. */
@Tag("slow")
@QuarkusTest
@TestProfile(ExportIT.Impatient.class)
class ExportIT {

  /** Cuts what takes a few seconds, where it takes a minute otherwise. */
  public static class Impatient implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.datasource.jdbc.additional-jdbc-properties.options",
          "-c lock_timeout=1400ms -c statement_timeout=1s -c transaction_timeout=1s");
    }
  }

  private static final int MANY = 120_000;
  private static final int PLACES = 2;

  private static String organ;

  @TestHTTPResource("/applications/export")
  URI url;

  @BeforeEach
  void many() {
    if (organ == null) {
      organ = RegisterTables.newOrgan();
      RegisterTables.update(
          """
          INSERT INTO requests.application
                 (id, version, organ_code, source_client, source_reference, received_on, channel,
                  logged_applicant_type, subject, imported, recorded_at, applicant_type, status,
                  outcome, concluded_on, due_provisional, extended, changed_at, content_digest,
                  answer, fees, calculated_version, calculated_by)
          SELECT gen_random_uuid(), 1, '%s', 'client', n, DATE '2024-01-01' + n / 400, 'ONLINE',
                 'NATURAL_PERSON', md5(n::text), false, now(), 'NATURAL_PERSON', 'CONCLUDED',
                 'DISCLOSED', DATE '2024-01-02' + n / 400, false, false, now(), 'digest', 'answer',
                 '[]', 1, 1
            FROM generate_series(1, %d) n;
          ANALYZE requests.application
          """
              .formatted(organ, MANY));
    }
  }

  @Test
  void a_table_that_takes_longer_than_a_transaction_may_comes_whole() throws Exception {
    HttpResponse<Stream<String>> answer =
        HttpClient.newHttpClient().send(request("GET"), HttpResponse.BodyHandlers.ofLines());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().skip(1).map(line -> line.split(",")[3]).distinct().count())
        .isEqualTo(MANY);
  }

  @Test
  void what_a_client_breaks_off_leaves_nothing_behind() throws Exception {
    List<String> before = temporaryFiles();
    HttpClient client = HttpClient.newHttpClient();
    for (int i = 0; i < PLACES; i++) {
      HttpResponse<InputStream> begun =
          client.send(request("GET"), HttpResponse.BodyHandlers.ofInputStream());
      assertThat(begun.statusCode()).isEqualTo(200);
      assertThat(begun.body().readNBytes(1_000)).hasSize(1_000);
      assertThat(temporaryFiles()).isEqualTo(before);
      begun.body().close();
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                client
                    .send(request("HEAD"), HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Content-Disposition")
                    .isPresent());

    connectionsAreFree();
    // What is begun to look takes places itself, until it is noticed that it was broken off.
    await()
        .pollInterval(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(60))
        .until(() -> placesAreFree(client));
    connectionsAreFree();
    assertThat(temporaryFiles()).isEqualTo(before);
  }

  private static void connectionsAreFree() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(Management.metric("agroal_active_count")).isZero());
  }

  /** Whether as many tables as one client may take at a time are begun together. */
  private boolean placesAreFree(HttpClient client) throws Exception {
    boolean free = true;
    HttpResponse<InputStream> first =
        client.send(request("GET"), HttpResponse.BodyHandlers.ofInputStream());
    HttpResponse<InputStream> second =
        client.send(request("GET"), HttpResponse.BodyHandlers.ofInputStream());
    for (HttpResponse<InputStream> begun : List.of(first, second)) {
      free &= begun.statusCode() == 200;
      begun.body().close();
    }
    return free;
  }

  private HttpRequest request(String method) {
    return HttpRequest.newBuilder(URI.create(url + "?format=csv&organ=" + organ))
        .header("Authorization", "Bearer " + TestClient.RECORDER.token())
        .timeout(Duration.ofMinutes(2))
        .method(method, HttpRequest.BodyPublishers.noBody())
        .build();
  }

  private static List<String> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("export-"))
          .sorted()
          .toList();
    }
  }
}
