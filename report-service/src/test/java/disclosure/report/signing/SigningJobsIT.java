package disclosure.report.signing;

import static disclosure.report.TestDrafts.put;
import static disclosure.report.TestReleases.publish;
import static disclosure.report.TestReleases.sound;
import static disclosure.report.TestReleases.submit;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import disclosure.edge.testing.TestClient;
import disclosure.report.ReportOrgans;
import disclosure.report.Servers;
import disclosure.report.TestTimeStamps;
import disclosure.report.TestTimeStamps.Mode;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.document.DocumentFormat;
import disclosure.report.publication.DocumentKey;
import disclosure.report.publication.Signatures;
import disclosure.report.signature.ReportVerifier;
import disclosure.report.signature.TimeStampVerifier;
import disclosure.report.signature.Verdict;
import disclosure.requests.contract.OrganCode;
import disclosure.storage.Transactions;
import disclosure.storage.job.JobProgress;
import disclosure.storage.job.JobSettings;
import disclosure.storage.job.JobTransactions;
import disclosure.storage.job.JobWorkers;
import disclosure.storage.job.Jobs;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is published is stamped later, and what was published unsigned is signed afterwards. */
@QuarkusTest
class SigningJobsIT {

  private static final UUID SIGNING =
      UUID.nameUUIDFromBytes(SignLater.NAME.getBytes(StandardCharsets.UTF_8));

  @Inject DataSource database;
  @Inject Jobs jobs;
  @Inject JobTransactions transactions;
  @Inject DocumentSigning signing;
  @Inject Signatures signatures;
  @Inject StampSignatures stamps;
  @Inject SigningSettings settings;
  @Inject Clock clock;

  @AfterEach
  void the_authority_answers_again() {
    TestTimeStamps.running(Mode.GRANTS);
  }

  private static String published(int department) {
    String path = ReportOrgans.department(department) + "/2023";
    put(TestClient.EDITOR, path.substring(0, path.indexOf('/')), 2023, sound("临县某局", 2023))
        .statusCode(201);
    submit(path, 1).statusCode(200);
    publish(path, 1).statusCode(201);
    return path;
  }

  private static byte[] had(String path, String part, DocumentFormat format) {
    return given()
        .get("/reports/" + path + "/document" + part + "?format=" + format.extension())
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  private static JsonPath documents(String path) {
    return given().get("/reports/" + path + "/publications").jsonPath();
  }

  private static void awaitStamps(String path) {
    await()
        .until(
            () ->
                documents(path).getList("items[0].documents.stampedAt", String.class).stream()
                    .noneMatch(Objects::isNull));
  }

  @Test
  void the_signature_over_each_document_is_stamped_and_the_stamp_verified() throws Exception {
    String path = published(13);
    awaitStamps(path);
    TimeStampVerifier verifier =
        TimeStampVerifier.believing(Path.of(Servers.running().get("TIME_STAMP_CERTIFICATES")));
    for (DocumentFormat format : DocumentFormat.values()) {
      byte[] signature = had(path, "/signature", format);
      assertThat(verifier.verify(signature, had(path, "/signature/time-stamp", format)))
          .isInstanceOf(Verdict.Genuine.class);
      assertThat(new String(had(path, "/signature/certificate", format), StandardCharsets.US_ASCII))
          .startsWith("-----BEGIN CERTIFICATE-----");
    }
    Path certificate = Files.createTempFile("signer", ".pem");
    Files.write(certificate, had(path, "/signature/certificate", DocumentFormat.PDF));
    assertThat(
            ReportVerifier.believing(certificate)
                .verify(
                    had(path, "", DocumentFormat.PDF), had(path, "/signature", DocumentFormat.PDF)))
        .isInstanceOf(Verdict.Genuine.class);
  }

  @Test
  void nobody_waits_for_an_authority_that_is_away_and_what_waits_for_it_is_seen() {
    TestTimeStamps.running(Mode.BUSY);
    String path = published(14);
    String stamp = "/reports/" + path + "/document/signature/time-stamp?format=pdf";
    given().get(stamp).then().statusCode(404);
    given().get("/reports/" + path + "/document/signature?format=pdf").then().statusCode(200);
    await()
        .until(
            () ->
                administrator()
                    .get("/jobs")
                    .jsonPath()
                    .getList("items.kind")
                    .contains(StampSignatures.NAME));
    TestTimeStamps.running(Mode.GRANTS);
    await().until(() -> given().get(stamp).statusCode() == 200);
  }

  @Test
  void what_was_published_unsigned_is_signed_afterwards_once_by_whichever_of_two_instances()
      throws Exception {
    String path = published(15);
    awaitStamps(path);
    Instant publishedAt = Instant.parse(documents(path).getString("items[0].publishedAt"));
    long before = done();
    unsign(path);
    SignLater kind = new SignLater(signing, signatures, stamps, settings, clock);
    try (JobWorkers other =
        new JobWorkers(
            database,
            jobs,
            transactions,
            List.of(kind),
            JobSettings.DEFAULT,
            new SimpleMeterRegistry())) {
      other.start();
      await()
          .until(
              () ->
                  documents(path).getList("items[0].documents.signed").stream()
                      .allMatch(Boolean.TRUE::equals));
    }
    given()
        .get("/reports/" + path + "/publications")
        .then()
        .body("items[0].documents.signed", everyItem(is(true)))
        .body("items[0].documents.signedAt", everyItem(notNullValue()));
    assertThat(done() - before).isEqualTo(DocumentFormat.values().length);
    ReportVerifier verifier =
        ReportVerifier.believing(Path.of(Servers.running().get("SIGNING_KEY_FILE")));
    for (DocumentFormat format : DocumentFormat.values()) {
      assertThat(verifier.verify(had(path, "", format), had(path, "/signature", format)))
          .isInstanceOfSatisfying(
              Verdict.Genuine.class,
              genuine -> assertThat(genuine.at()).isAfterOrEqualTo(publishedAt.minusSeconds(1)));
    }
    awaitStamps(path);
  }

  @Test
  void what_is_not_stored_as_it_was_published_is_parked_and_what_comes_after_it_is_signed()
      throws Exception {
    String path = published(18);
    awaitStamps(path);
    String sound =
        Stream.of(DocumentFormat.values())
            .map(DocumentFormat::extension)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    // More of them than there are attempts.
    String flipped =
        "UPDATE report.published_document"
            + " SET bytes = set_byte(bytes, 100, get_byte(bytes, 100) # 1)"
            + ofOrgan(path)
            + " AND format <> '"
            + sound
            + "'";
    byte[] before = had(path, "", DocumentFormat.PDF);
    asOwner(
        flipped,
        "DELETE FROM report.published_time_stamp" + ofOrgan(path),
        "DELETE FROM report.published_signature" + ofOrgan(path));
    try {
      await()
          .until(
              () ->
                  documents(path).getList("items[0].documents.signed").stream()
                          .filter(Boolean.TRUE::equals)
                          .count()
                      == 1);
      given()
          .get("/reports/" + path + "/document/signature?format=" + sound)
          .then()
          .statusCode(200);
      await().atMost(Duration.ofSeconds(40)).until(() -> !parked().isEmpty());
      given().get("/reports/" + path + "/document/signature?format=pdf").then().statusCode(404);
    } finally {
      asOwner(flipped);
    }
    assertThat(had(path, "", DocumentFormat.PDF)).isEqualTo(before);
    for (Integer piece : parked()) {
      administrator().post("/jobs/parked/" + piece + "/retry").then().statusCode(204);
    }
    awaitStamps(path);
  }

  private static List<Integer> parked() {
    return administrator()
        .get("/jobs/parked")
        .jsonPath()
        .getList("items.findAll { it.kind == '" + SignLater.NAME + "' }.id");
  }

  private static RequestSpecification administrator() {
    return given().auth().oauth2(TestClient.ADMINISTRATOR.token());
  }

  @Test
  void a_signature_and_a_stamp_are_added_once_and_stay() {
    String path = published(16);
    awaitStamps(path);
    DocumentKey key =
        new DocumentKey(
            new ReportId(
                new OrganCode(path.substring(0, path.indexOf('/'))), 2023, ReportScope.OWN),
            1,
            "pdf");
    byte[] signature = had(path, "/signature", DocumentFormat.PDF);
    byte[] stamp = had(path, "/signature/time-stamp", DocumentFormat.PDF);
    List<Boolean> added =
        new Transactions(database)
            .run(
                connection ->
                    List.of(
                        signatures.sign(connection, key, new byte[1], clock.instant()),
                        signatures.stamp(connection, key, new byte[1], clock.instant())));
    assertThat(added).containsExactly(false, false);
    assertThat(had(path, "/signature", DocumentFormat.PDF)).isEqualTo(signature);
    assertThat(had(path, "/signature/time-stamp", DocumentFormat.PDF)).isEqualTo(stamp);
  }

  @Test
  void everybody_is_led_to_signature_certificate_and_stamp() {
    String path = published(17);
    awaitStamps(path);
    String organ = path.substring(0, path.indexOf('/'));
    Map<String, String> pdf =
        given()
            .get("/reports?organ=" + organ)
            .jsonPath()
            .getMap("items.find { it.year == 2023 }.documents.find { it.format == 'pdf' }");
    for (String part : List.of("signature", "certificate", "timeStamp")) {
      given().urlEncodingEnabled(false).get(pdf.get(part)).then().statusCode(200);
    }
    String page = given().get("/published/" + path).asString();
    for (Proof proof : Proof.values()) {
      String address = "/published/" + path + "/report.pdf" + proof.ending() + "?revision=1";
      assertThat(page).contains("<a href=\"" + address + "\"");
      given()
          .get(address)
          .then()
          .statusCode(200)
          .contentType(proof.mediaType())
          .header("Content-Disposition", containsString("report-2023.pdf" + proof.ending() + "\""));
    }
    assertThat(page).contains("verify-report 文件 签名 证书").doesNotContain("公布后于");
    given().get("/published/" + path + "/report.doc.p7s").then().statusCode(404);
    given().get("/published/" + path + "/report..p7s").then().statusCode(404);
  }

  private long done() {
    return new Transactions(database)
        .run(connection -> jobs.progress(connection, SIGNING))
        .map(JobProgress::done)
        .orElse(0L);
  }

  /** As if it had been published before there was a key. */
  private static void unsign(String path) throws SQLException {
    asOwner(
        "DELETE FROM report.published_time_stamp" + ofOrgan(path),
        "DELETE FROM report.published_signature" + ofOrgan(path));
  }

  private static String ofOrgan(String path) {
    return " WHERE organ_code = '" + path.substring(0, path.indexOf('/')) + "'";
  }

  private static void asOwner(String... statements) throws SQLException {
    Map<String, String> servers = Servers.running();
    try (Connection owner =
            DriverManager.getConnection(
                servers.get("DATABASE_URL"),
                servers.get("DATABASE_OWNER_USER"),
                servers.get("DATABASE_OWNER_PASSWORD"));
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
      owner.commit();
    }
  }
}
