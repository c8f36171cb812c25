package disclosure.report.examined.batch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import disclosure.edge.Refusal;
import disclosure.edge.testing.TestClient;
import disclosure.report.StoredDrafts;
import disclosure.report.examined.TestFiles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Archives of reports that are examined in the background. */
@QuarkusTest
class ExaminationJobIT {

  private static final Logger LOG = Logger.getLogger(ExaminationJobIT.class);
  private static final String ZIP = "application/zip";
  private static final String JOBS = "/examination-jobs";
  private static final Duration SOON = Duration.ofSeconds(60);

  @Inject Archives archives;

  private static RequestSpecification as(TestClient client) {
    return given().auth().oauth2(client.token());
  }

  private static Response sent(TestClient client, byte[] body) {
    return as(client).contentType(ZIP).body(body).post(JOBS + "?fileName=全部.zip");
  }

  private static String ordered(TestClient client, byte[] body) {
    return sent(client, body)
        .then()
        .statusCode(202)
        .header("Location", containsString(JOBS + "/"))
        .body("state", equalTo("RUNNING"))
        .body("fileName", equalTo("全部.zip"))
        .extract()
        .path("id");
  }

  private static ValidatableResponse over(TestClient client, String job, Duration time) {
    return await()
        .atMost(time)
        .until(
            () -> as(client).get(JOBS + "/" + job),
            answer -> !answer.path("state").equals("RUNNING"))
        .then();
  }

  private static byte[] html(int year) {
    return new String(TestFiles.html(), StandardCharsets.UTF_8)
        .replace("2025", "#")
        .replace("2024", Integer.toString(year))
        .replace("#", Integer.toString(year + 1))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> many(int files) {
    Map<String, byte[]> many = new LinkedHashMap<>();
    byte[] file = TestFiles.html();
    for (int i = 0; i < files; i++) {
      many.put("县直/" + i + ".html", file);
    }
    return many;
  }

  private static long chunks(String job) throws SQLException {
    return StoredDrafts.number(
        "SELECT count(*) FROM report.examination_chunk WHERE job_id = '" + job + "'");
  }

  @Test
  void an_archive_is_examined_file_by_file_and_one_that_can_not_be_read_stops_no_other()
      throws SQLException {
    byte[] noise = new byte[(2 << 20) + 77];
    new Random(1).nextBytes(noise);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("1.pdf", "%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8));
    files.put("乙/2023.html", html(2023));
    files.put("noise.bin", noise);
    files.put("乙/2024.html", TestFiles.notAddingUp());
    files.put("bomb.txt", new byte[21 << 20]);
    files.put("inner.zip", TestFiles.zip(Map.of("a.html", TestFiles.html())));
    String job = ordered(TestClient.EDITOR, TestFiles.zip(files));
    over(TestClient.EDITOR, job, SOON)
        .body("state", equalTo("FINISHED"))
        .body("files", equalTo(6))
        .body("read", equalTo(2))
        .body("unread", equalTo(4))
        .body("wrong", equalTo(1))
        .body("finishedAt", notNullValue());
    as(TestClient.EDITOR)
        .get(JOBS + "/" + job + "/files")
        .then()
        .statusCode(200)
        .body("items.file", contains(files.keySet().toArray()))
        .body("items.state", contains("UNREAD", "READ", "UNREAD", "READ", "UNREAD", "UNREAD"))
        .body(
            "items.findAll { it.reason }.reason",
            contains("BROKEN", "UNKNOWN_FORMAT", "TOO_LARGE", "UNKNOWN_FORMAT"))
        .body("items[0].message", containsString("损坏"))
        .body("items[1].organName", equalTo("临县人民政府办公室"))
        .body("items[1].year", equalTo(2023))
        .body("items[3].wrong", greaterThan(0));
    String next =
        as(TestClient.EDITOR)
            .get(JOBS + "/" + job + "/files?limit=4")
            .then()
            .body("items", hasSize(4))
            .extract()
            .path("next");
    as(TestClient.EDITOR).get(next).then().body("items.number", contains(5, 6));
    as(TestClient.EDITOR)
        .get(JOBS + "/" + job + "/files/4")
        .then()
        .statusCode(200)
        .body("applications", hasSize(25))
        .body("findings.find { it.kind == 'TOTAL_IS_SUM' }.severity", equalTo("WRONG"));
    as(TestClient.EDITOR).get(JOBS + "/" + job + "/files/1").then().statusCode(404);
    as(TestClient.EDITOR).get(JOBS + "/" + job + "/files/x").then().statusCode(404);
    as(TestClient.EDITOR).get(JOBS + "/" + job + "/files?after=x").then().statusCode(400);
    byte[] workbook =
        as(TestClient.EDITOR)
            .get(JOBS + "/" + job + "/summary")
            .then()
            .statusCode(200)
            .contentType(containsString("spreadsheetml.sheet"))
            .extract()
            .asByteArray();
    assertThat(workbook).startsWith('P', 'K');
    assertThat(chunks(job)).as("what is kept of the archive").isZero();
    as(TestClient.EDITOR).get(JOBS).then().body("items.id", org.hamcrest.Matchers.hasItem(job));
    as(TestClient.EDITOR)
        .post(JOBS + "/" + job + "/cancellation")
        .then()
        .statusCode(200)
        .body("state", equalTo("FINISHED"));
  }

  @Test
  void a_job_is_seen_by_who_brought_it_alone() {
    String job = ordered(TestClient.ANALYST, TestFiles.zip(Map.of("a.html", TestFiles.html())));
    for (String part : List.of("", "/files", "/files/1", "/summary")) {
      as(TestClient.PUBLISHER).get(JOBS + "/" + job + part).then().statusCode(404);
    }
    as(TestClient.PUBLISHER).post(JOBS + "/" + job + "/cancellation").then().statusCode(404);
    as(TestClient.PUBLISHER)
        .get(JOBS)
        .then()
        .body("items.findAll { it.id == '" + job + "' }", hasSize(0));
    over(TestClient.ANALYST, job, SOON).body("state", equalTo("FINISHED"));
    as(TestClient.ANALYST).get(JOBS + "/" + UUID.randomUUID()).then().statusCode(404);
    as(TestClient.ANALYST).get(JOBS + "/nothing").then().statusCode(404);
  }

  @ParameterizedTest
  @EnumSource(names = {"RECORDER", "ADMINISTRATOR", "NOBODY"})
  void it_is_for_who_may_have_reports_examined(TestClient client) {
    sent(client, TestFiles.zip(Map.of("a.html", TestFiles.html()))).then().statusCode(403);
    as(client).get(JOBS).then().statusCode(403);
    given().get(JOBS).then().statusCode(401);
  }

  @Test
  void a_job_that_is_cancelled_keeps_what_was_examined_and_nothing_of_its_archive()
      throws SQLException {
    String job = ordered(TestClient.OFFICE_EDITOR, TestFiles.zip(many(1_000)));
    await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(() -> read(job) > 0);
    as(TestClient.OFFICE_EDITOR)
        .post(JOBS + "/" + job + "/cancellation")
        .then()
        .statusCode(200)
        .body("state", equalTo("CANCELLED"));
    assertThat(chunks(job)).isZero();
    assertThat(
            StoredDrafts.number(
                "SELECT count(*) FROM report.job_piece WHERE job_id = '" + job + "'"))
        .isZero();
    long read = read(job);
    assertThat(read).as("what was read of 1,000").isBetween(1L, 999L);
    as(TestClient.OFFICE_EDITOR)
        .get(JOBS + "/" + job)
        .then()
        .body("read", equalTo((int) read))
        .body("unread", equalTo(0));
    as(TestClient.OFFICE_EDITOR).get(JOBS + "/" + job + "/files/1").then().statusCode(200);
    as(TestClient.OFFICE_EDITOR).get(JOBS + "/" + job + "/files/1000").then().statusCode(404);
    as(TestClient.OFFICE_EDITOR).get(JOBS + "/" + job + "/summary").then().statusCode(200);
  }

  private static long read(String job) throws SQLException {
    return StoredDrafts.number(
        "SELECT count(*) FROM report.examination_file WHERE state = 'READ' AND job_id = '"
            + job
            + "'");
  }

  @Test
  void what_is_no_archive_or_too_much_is_refused_and_nothing_of_it_kept() throws SQLException {
    long before = jobsOf(TestClient.COUNTY_EDITOR);
    sent(TestClient.COUNTY_EDITOR, "no archive".getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(422)
        .body("errors.code", contains("file-not-readable"));
    sent(TestClient.COUNTY_EDITOR, TestFiles.zip(Map.of(".keep", new byte[0])))
        .then()
        .statusCode(422);
    sent(TestClient.COUNTY_EDITOR, new byte[0]).then().statusCode(400);
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 1_001; i++) {
      files.put(i + ".txt", new byte[0]);
    }
    sent(TestClient.COUNTY_EDITOR, TestFiles.zip(files))
        .then()
        .statusCode(400)
        .body("errors.code", contains("too-many-values"));
    for (int i = 0; i < 80_000; i++) {
      files.put("a name of some length " + i, new byte[0]);
    }
    sent(TestClient.COUNTY_EDITOR, TestFiles.zip(files)).then().statusCode(422);
    as(TestClient.COUNTY_EDITOR)
        .contentType("text/plain")
        .body("x")
        .post(JOBS)
        .then()
        .statusCode(415);
    assertThat(jobsOf(TestClient.COUNTY_EDITOR)).as("what is kept of them").isEqualTo(before);
    assertThat(
            StoredDrafts.number(
                "SELECT count(*) FROM report.examination_chunk"
                    + " JOIN report.examination_job job ON job.id = job_id WHERE client_id = '"
                    + TestClient.COUNTY_EDITOR.id()
                    + "'"))
        .isZero();
  }

  private static long jobsOf(TestClient client) throws SQLException {
    return StoredDrafts.number(
        "SELECT count(*) FROM report.examination_job WHERE client_id = '" + client.id() + "'");
  }

  /** A job as it stands in the database. */
  private static UUID stored(TestClient client, String columns, String values) throws SQLException {
    UUID job = UUID.randomUUID();
    StoredDrafts.execute(
        "INSERT INTO report.examination_job (id, client_id, file_name, "
            + columns
            + ") VALUES ('"
            + job
            + "', '"
            + client.id()
            + "', 'stored', "
            + values
            + ")");
    return job;
  }

  private static long there(UUID job) throws SQLException {
    return StoredDrafts.number(
        "SELECT count(*) FROM report.examination_job WHERE id = '" + job + "'");
  }

  private static void delete(UUID job) throws SQLException {
    StoredDrafts.execute("DELETE FROM report.examination_job WHERE id = '" + job + "'");
  }

  @Test
  void an_archive_of_which_nothing_more_comes_is_dropped_and_one_that_still_comes_is_not()
      throws SQLException {
    UUID coming =
        stored(
            TestClient.FOREIGN_EDITOR,
            "ordered_at, heard_at",
            "now() - interval '2 days', now() - interval '2 minutes'");
    UUID silent =
        stored(
            TestClient.FOREIGN_EDITOR,
            "ordered_at, heard_at",
            "now() - interval '7 minutes', now() - interval '6 minutes'");
    try {
      await().atMost(SOON).until(() -> there(silent) == 0);
      assertThat(there(coming)).as("one that still comes").isEqualTo(1);
      archives.add(coming, 0, new byte[] {1});
      assertThat(
              StoredDrafts.number(
                  "SELECT count(*) FROM report.examination_job"
                      + " WHERE heard_at > now() - interval '1 minute' AND id = '"
                      + coming
                      + "'"))
          .as("something came just now")
          .isEqualTo(1);
      assertThatThrownBy(() -> archives.add(silent, 0, new byte[] {1}))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(408));
    } finally {
      delete(coming);
    }
  }

  @Test
  void what_is_kept_of_a_report_is_its_tables_and_findings_and_counted() throws SQLException {
    String job = ordered(TestClient.ANALYST, TestFiles.zip(Map.of("a.html", TestFiles.html())));
    over(TestClient.ANALYST, job, SOON).body("read", equalTo(1));
    as(TestClient.ANALYST)
        .get(JOBS + "/" + job + "/files/1")
        .then()
        .statusCode(200)
        .body("applications", hasSize(25))
        .body("texts", hasSize(0))
        .body("textsCut", equalTo(true));
    long kept =
        StoredDrafts.number(
            "SELECT octet_length(examined) FROM report.examination_file WHERE job_id = '"
                + job
                + "'");
    assertThat(kept).isBetween(1L, 256L << 10);
    assertThat(
            StoredDrafts.number(
                "SELECT results FROM report.examination_job WHERE id = '" + job + "'"))
        .isEqualTo(kept);
  }

  @Test
  void of_a_client_with_many_results_the_oldest_go_and_when_all_have_too_many_no_job_is_taken()
      throws SQLException {
    String finished = "now() - interval '1 hour', now(), now(), ";
    String columns = "ordered_at, taken_at, finished_at, results";
    UUID large =
        stored(TestClient.COUNTY_EDITOR, columns, finished + (Room.MAX_RESULTS_OF_A_CLIENT + 1));
    byte[] archive = TestFiles.zip(Map.of("a.html", TestFiles.html()));
    over(TestClient.COUNTY_EDITOR, ordered(TestClient.COUNTY_EDITOR, archive), SOON);
    assertThat(there(large)).isZero();
    UUID all = stored(TestClient.FOREIGN_EDITOR, columns, finished + Room.MAX_RESULTS);
    try {
      sent(TestClient.COUNTY_EDITOR, archive)
          .then()
          .statusCode(503)
          .body("detail", containsString("核查结果已满"));
    } finally {
      delete(all);
    }
  }

  @Test
  void who_has_results_that_may_go_makes_room_himself_and_no_more_than_it_takes()
      throws SQLException {
    String columns = "ordered_at, taken_at, finished_at, results";
    long others =
        StoredDrafts.number(
            "SELECT coalesce(sum(CASE WHEN finished_at IS NULL THEN files * "
                + StoredReports.MAX_BYTES
                + " ELSE results END), 0) FROM report.examination_job");
    UUID oldest =
        stored(
            TestClient.FOREIGN_ANALYST,
            columns,
            "now() - interval '2 hours', now(), now(), " + StoredReports.MAX_BYTES_OF_A_JOB);
    UUID newer =
        stored(TestClient.FOREIGN_ANALYST, columns, "now() - interval '1 hour', now(), now(), 9");
    UUID full =
        stored(
            TestClient.FOREIGN_EDITOR,
            columns,
            "now(), now(), now(), "
                + (Room.MAX_RESULTS - StoredReports.MAX_BYTES_OF_A_JOB - others));
    byte[] archive = TestFiles.zip(Map.of("a.html", TestFiles.html()));
    try {
      sent(TestClient.FOREIGN_ANALYST, "no archive".getBytes(StandardCharsets.UTF_8))
          .then()
          .statusCode(422);
      sent(TestClient.FOREIGN_ANALYST, new byte[0]).then().statusCode(400);
      assertThat(List.of(there(oldest), there(newer)))
          .as("for nothing that is ordered, nothing goes")
          .containsExactly(1L, 1L);
      over(TestClient.FOREIGN_ANALYST, ordered(TestClient.FOREIGN_ANALYST, archive), SOON);
      assertThat(List.of(there(oldest), there(newer))).containsExactly(0L, 1L);
    } finally {
      delete(full);
      delete(oldest);
      delete(newer);
    }
  }

  @Test
  void a_file_that_ended_who_read_it_twice_is_told_so_and_not_parked() throws SQLException {
    UUID job = stored(TestClient.EDITOR, "taken_at, bytes, files", "now(), 1, 1");
    StoredDrafts.execute(
        "INSERT INTO report.examination_file (job_id, number, name, place, bytes, method,"
            + " encrypted) VALUES ('"
            + job
            + "', 1, 'a.html', 0, 1, 0, false)");
    StoredDrafts.execute(
        "INSERT INTO report.job (id, kind, total) VALUES ('" + job + "', 'examination', 1)");
    StoredDrafts.execute(
        "INSERT INTO report.job_piece (job_id, key, attempts, claim, claimed_until) VALUES ('"
            + job
            + "', '1', 1, 7, now() - interval '1 second')");
    over(TestClient.EDITOR, job.toString(), SOON).body("unread", equalTo(1));
    as(TestClient.EDITOR)
        .get(JOBS + "/" + job + "/files")
        .then()
        .body("items.reason", contains("FAULT"));
    assertThat(
            StoredDrafts.number(
                "SELECT count(*) FROM report.job_piece WHERE job_id = '" + job + "'"))
        .as("what is parked")
        .isZero();
  }

  @Test
  void a_client_has_two_under_way() throws SQLException {
    for (int i = 0; i < 2; i++) {
      StoredDrafts.execute(
          "INSERT INTO report.examination_job (id, client_id, file_name)"
              + " VALUES (gen_random_uuid(), '"
              + TestClient.FOREIGN_EDITOR.id()
              + "', 'open')");
    }
    try {
      sent(TestClient.FOREIGN_EDITOR, TestFiles.zip(Map.of("a.html", TestFiles.html())))
          .then()
          .statusCode(429)
          .header("Retry-After", notNullValue());
    } finally {
      StoredDrafts.execute(
          "DELETE FROM report.examination_job WHERE client_id = '"
              + TestClient.FOREIGN_EDITOR.id()
              + "'");
    }
  }

  @Test
  void what_an_instance_had_begun_that_was_killed_is_done_by_another() throws SQLException {
    UUID job = UUID.randomUUID();
    byte[] file = TestFiles.html();
    StoredDrafts.execute(
        "INSERT INTO report.examination_job (id, client_id, file_name, taken_at, bytes, files)"
            + " VALUES ('"
            + job
            + "', '"
            + TestClient.EDITOR.id()
            + "', 'killed.zip', now(), "
            + file.length
            + ", 1)");
    StoredDrafts.execute(
        "INSERT INTO report.examination_chunk (job_id, number, bytes) VALUES ('"
            + job
            + "', 0, decode('"
            + HexFormat.of().formatHex(file)
            + "', 'hex'))");
    StoredDrafts.execute(
        "INSERT INTO report.examination_file (job_id, number, name, place, bytes, method,"
            + " encrypted) VALUES ('"
            + job
            + "', 1, 'a.html', 0, "
            + file.length
            + ", 0, false)");
    StoredDrafts.execute(
        "INSERT INTO report.job (id, kind, total) VALUES ('" + job + "', 'examination', 1)");
    StoredDrafts.execute(
        "INSERT INTO report.job_piece (job_id, key, claim, claimed_until) VALUES ('"
            + job
            + "', '1', 7, now() + interval '2 seconds')");
    over(TestClient.EDITOR, job.toString(), SOON)
        .body("state", equalTo("FINISHED"))
        .body("read", equalTo(1));
  }

  private static void age(String job, String column) throws SQLException {
    StoredDrafts.execute(
        "UPDATE report.examination_job SET "
            + column
            + " = now() - interval '2 days' WHERE id = '"
            + job
            + "'");
  }

  @Test
  void what_was_over_before_is_forgotten_however_long_it_took() throws SQLException {
    byte[] archive = TestFiles.zip(Map.of("a.html", TestFiles.html()));
    String lately = ordered(TestClient.EDITOR, archive);
    over(TestClient.EDITOR, lately, SOON);
    age(lately, "ordered_at");
    age(lately, "taken_at");
    String before = ordered(TestClient.EDITOR, archive);
    over(TestClient.EDITOR, before, SOON);
    age(before, "finished_at");
    await()
        .atMost(SOON)
        .until(() -> as(TestClient.EDITOR).get(JOBS + "/" + before).statusCode() == 404);
    assertThat(StoredDrafts.number("SELECT count(*) FROM report.job WHERE id = '" + before + "'"))
        .isZero();
    as(TestClient.EDITOR)
        .get(JOBS + "/" + lately)
        .then()
        .statusCode(200)
        .body("state", equalTo("FINISHED"));
  }

  @Test
  void a_job_whose_turn_did_not_come_in_time_is_ended_and_told_so_before_it_is_forgotten()
      throws SQLException {
    UUID job =
        stored(
            TestClient.EDITOR,
            "ordered_at, taken_at, bytes, files",
            "now() - interval '1 hour', now() - interval '1 hour', 1, 2");
    StoredDrafts.execute(
        "INSERT INTO report.examination_chunk (job_id, number, bytes) VALUES ('"
            + job
            + "', 0, 'x')");
    StoredDrafts.execute(
        "INSERT INTO report.examination_file (job_id, number, name, place, bytes, method,"
            + " encrypted, state) VALUES ('"
            + job
            + "', 1, 'a.html', 0, 1, 0, false, 'READ'), ('"
            + job
            + "', 2, 'b.html', 0, 1, 0, false, 'PENDING')");
    StoredDrafts.execute(
        "INSERT INTO report.job (id, kind, total, done) VALUES ('"
            + job
            + "', 'examination', 2, 1)");
    StoredDrafts.execute(
        "INSERT INTO report.job_piece (job_id, key, not_before) VALUES ('"
            + job
            + "', '2', now() + interval '1 hour')");
    as(TestClient.EDITOR).get(JOBS + "/" + job).then().body("state", equalTo("RUNNING"));
    age(job.toString(), "taken_at");
    over(TestClient.EDITOR, job.toString(), SOON)
        .body("state", equalTo("EXPIRED"))
        .body("read", equalTo(1))
        .body("unread", equalTo(1))
        .body("finishedAt", notNullValue());
    as(TestClient.EDITOR)
        .get(JOBS + "/" + job + "/files")
        .then()
        .body("items.reason", contains(null, "NOT_REACHED"))
        .body("items[1].message", containsString("请重新提交"));
    assertThat(chunks(job.toString())).isZero();
    assertThat(
            StoredDrafts.number(
                "SELECT count(*) FROM report.job_piece WHERE job_id = '" + job + "'"))
        .isZero();
    age(job.toString(), "finished_at");
    await().atMost(SOON).until(() -> there(job) == 0);
  }

  @Test
  void a_small_archive_does_not_wait_for_all_of_a_large_one_of_another_client()
      throws SQLException {
    String large = ordered(TestClient.OFFICE_ANALYST, TestFiles.zip(many(1_000)));
    await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(() -> read(large) > 0);
    String small = ordered(TestClient.COUNTY_ANALYST, TestFiles.zip(many(3)));
    over(TestClient.COUNTY_ANALYST, small, SOON).body("read", equalTo(3));
    as(TestClient.OFFICE_ANALYST)
        .post(JOBS + "/" + large + "/cancellation")
        .then()
        .body("state", equalTo("CANCELLED"));
  }

  @Test
  void an_archive_that_calls_one_file_by_many_names_is_refused_as_that() {
    byte[] many = TestFiles.overlapping(TestFiles.html(), 1_000);
    sent(TestClient.COUNTY_EDITOR, many)
        .then()
        .statusCode(422)
        .body("errors.code", contains("file-not-readable"))
        .body("errors[0].message", containsString("同一段内容"));
    byte[] one = TestFiles.overlapping(TestFiles.html(), 1);
    over(TestClient.COUNTY_EDITOR, ordered(TestClient.COUNTY_EDITOR, one), SOON)
        .body("read", equalTo(1));
  }

  @Test
  @Tag("soak")
  void five_hundred_reports_are_examined() {
    byte[] archive = TestFiles.zip(many(500));
    Instant begun = Instant.now();
    String job = ordered(TestClient.COUNTY_PUBLISHER, archive);
    over(TestClient.COUNTY_PUBLISHER, job, Duration.ofMinutes(3)).body("read", equalTo(500));
    LOG.infof("500 reports took %s", Duration.between(begun, Instant.now()));
  }
}
