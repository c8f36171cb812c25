package disclosure.requests.registration;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.Management;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.Servers;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A name that is posted is found nowhere in the clear. */
@Tag("slow")
@QuarkusTest
class CanaryIT {

  private static final int MANY = 10_000;

  private final String mark = UUID.randomUUID().toString().substring(0, 13);
  private final String name = "金丝雀" + mark;
  private final String identityNumber = "ID" + mark;
  private final String contact = "mail-" + mark;
  private final String subject = "题目" + mark;
  private final Queue<String> log = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void organs() {
    RegisterTables.knowTestOrgans();
  }

  @Test
  void personal_data_are_in_no_table_event_answer_or_log_line() throws IOException {
    Handler listener = listener();
    Logger.getLogger("").addHandler(listener);
    List<String> answers;
    try {
      answers = postInEveryWay();
    } finally {
      Logger.getLogger("").removeHandler(listener);
    }
    awaitOnDisk(subject);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> RegisterTables.number("SELECT count(*) FROM requests.outbox_waiting") == 0);
    List<String> rows = RegisterTables.everything();
    assertThat(rows.stream().filter(row -> row.contains(subject)).count()).isGreaterThan(MANY);
    for (String secret : List.of(name, identityNumber, contact)) {
      String hex = HexFormat.of().formatHex(secret.getBytes(UTF_8));
      assertThat(rows).noneMatch(row -> row.contains(secret));
      assertThat(rows).noneMatch(row -> row.contains(hex));
      assertThat(answers).noneMatch(answer -> answer.contains(secret));
      assertThat(log).noneMatch(line -> line.contains(secret));
      assertThat(filesHolding(secret)).isEmpty();
    }
  }

  @Test
  void the_subject_stays_in_the_application_alone() {
    post(application());
    assertThat(RegisterTables.texts("SELECT t::text FROM requests.application t"))
        .anyMatch(row -> row.contains(subject));
    for (String table : RegisterTables.rows().keySet()) {
      if (!table.equals("application")) {
        assertThat(RegisterTables.texts("SELECT t::text FROM requests." + table + " t"))
            .as(table)
            .noneMatch(row -> row.contains(subject));
      }
    }
  }

  private List<String> postInEveryWay() {
    String body = application();
    String faulty = body.replace("\"POST\"", "\"" + name + "\"");
    return List.of(
        post(body),
        post(body),
        post(body.replace("2024-03-01", "2024-03-04")),
        post(faulty),
        post(body.substring(0, body.length() - 20)),
        batch(application() + "\n" + faulty + "\n{" + name),
        batch(
            IntStream.range(0, MANY)
                .mapToObj(i -> application())
                .collect(Collectors.joining("\n"))),
        get("/applications?organ=" + TestOrgans.OFFICE + "&limit=200"),
        get("/applications/export?organ=" + TestOrgans.OFFICE),
        workbook("/applications/export?format=xlsx&organ=" + TestOrgans.OFFICE),
        get("/worklists/overdue?organ=" + TestOrgans.OFFICE),
        Management.get("/q/metrics").asString(),
        ApplicationsIT.as(TestClient.ADMINISTRATOR).get("/audit/entries?limit=500").asString(),
        ledger());
  }

  private static String get(String path) {
    return ApplicationsIT.as(TestClient.RECORDER).get(path).asString();
  }

  /** The texts in the cells of a workbook. */
  private static String workbook(String path) {
    byte[] file = ApplicationsIT.as(TestClient.RECORDER).get(path).asByteArray();
    StringBuilder cells = new StringBuilder();
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      rows.forEach(
          row ->
              row.stream()
                  .filter(Objects::nonNull)
                  .forEach(cell -> cells.append(cell.getText()).append(' ')));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    assertThat(cells.toString()).contains("申请内容");
    return cells.toString();
  }

  /** A spreadsheet with the applicant in the wrong columns as well. */
  private String ledger() {
    String sheet =
        "登记编号,收到日期,收到方式,申请人类型,申请人,证件号码\n1,"
            + String.join(",", name, name, name, name, identityNumber)
            + "\n";
    return given()
        .auth()
        .oauth2(TestClient.RECORDER.token())
        .contentType("text/csv")
        .body(sheet.getBytes(UTF_8))
        .post("/ledger/imports?organ=" + TestOrgans.OFFICE)
        .asString();
  }

  private static String batch(String lines) {
    return given()
        .config(Wrong.BYTES_AS_THEY_ARE)
        .auth()
        .oauth2(TestClient.RECORDER.token())
        .contentType(BatchResource.NDJSON)
        .body(lines.getBytes(UTF_8))
        .post("/applications/batch")
        .asString();
  }

  private static String post(String body) {
    return ApplicationsIT.post(body).asString();
  }

  private String application() {
    return ApplicationsIT.application("2024-03-01", "")
        .replace("\n", "")
        .replace("张三", name)
        .replace("141124199001011234", identityNumber)
        .replace("13800000000", contact)
        .replace("乡村道路建设资金", subject);
  }

  private Handler listener() {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        log.add(line.getMessage() + line.getThrown());
        Object[] parameters = line.getParameters();
        Stream.of(parameters == null ? new Object[0] : parameters)
            .forEach(parameter -> log.add(String.valueOf(parameter)));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  /** What is plain is found: so would be what should not be. */
  private static void awaitOnDisk(String plain) {
    Awaitility.await().until(() -> !filesHolding(plain).isEmpty());
  }

  /** The servers' own files: tables, write-ahead log, Kafka segments. */
  private static List<Path> filesHolding(String text) throws IOException {
    Path servers = Path.of(Servers.running().get("KEYRING_FILE")).getParent();
    byte[] sought = text.getBytes(UTF_8);
    try (Stream<Path> files = Files.walk(servers)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, sought)).toList();
    }
  }

  private static boolean holds(Path file, byte[] sought) {
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1)
          .contains(new String(sought, ISO_8859_1));
    } catch (IOException gone) {
      return false;
    }
  }
}
