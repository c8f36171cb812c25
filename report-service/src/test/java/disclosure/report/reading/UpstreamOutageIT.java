package disclosure.report.reading;

import static disclosure.report.TestDrafts.linxian;
import static disclosure.report.TestDrafts.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import disclosure.edge.testing.TestClient;
import disclosure.report.Absence;
import disclosure.report.ReportOrgans;
import disclosure.report.TestCounties;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody who waits is told while another service stands still, and what the log says. */
@QuarkusTest
class UpstreamOutageIT {

  /** Three seconds, and some for a busy machine. */
  private static final long MILLIS = 4000;

  private static final String DRAFT = "/reports/" + ReportOrgans.department(32) + "/2024";
  private static final String SUM =
      "/reports/" + TestCounties.CITY + "/2021/collection?scope=REGION";

  private final Logger root = Logger.getLogger("");
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          if (line.getLoggerName().startsWith("disclosure")) {
            String text = String.format(Locale.ROOT, line.getMessage(), line.getParameters());
            told.add(line.getLevel() + " " + text + (line.getThrown() == null ? "" : " traced"));
          }
        }

        @Override
        public void flush() {
          // Nothing is held back.
        }

        @Override
        public void close() {
          // Nothing is open.
        }
      };

  @BeforeEach
  void listen() {
    put(TestClient.EDITOR, ReportOrgans.department(32), 2024, linxian());
    get(DRAFT).statusCode(200);
    get(SUM).statusCode(200);
    root.addHandler(handler);
  }

  @AfterEach
  void stop() {
    root.removeHandler(handler);
    Absence.endAll();
  }

  @Test
  void while_the_statistics_stand_still_it_is_said_soon_and_logged_once() {
    Absence.begin(Absence.Of.STATISTICS, Absence.How.SILENT);
    get(DRAFT)
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("detail", startsWith("统计服务"))
        .time(lessThan(MILLIS));
    get(SUM).statusCode(503).header("Retry-After", notNullValue()).time(lessThan(MILLIS));
    get(DRAFT + "/life").statusCode(503).time(lessThan(MILLIS));
    Absence.endAll();
    get(DRAFT).statusCode(200);
    assertThat(told)
        .satisfiesExactly(
            line -> assertThat(line).startsWith("WARN The statistics can't be asked (Timeout"),
            line -> assertThat(line).isEqualTo("INFO The statistics can't be asked: that is over"));
  }

  @Test
  void while_the_register_stands_still_it_is_said_soon_and_logged_once() {
    Absence.begin(Absence.Of.REGISTER, Absence.How.SILENT);
    get(DRAFT).statusCode(200).time(lessThan(MILLIS));
    get(DRAFT + "/checks").statusCode(200).time(lessThan(MILLIS));
    get(SUM)
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("detail", startsWith("登记服务"))
        .time(lessThan(MILLIS));
    Absence.endAll();
    get(SUM).statusCode(200);
    assertThat(told)
        .satisfiesExactly(
            line -> assertThat(line).startsWith("WARN The register can't be asked (Timeout"),
            line -> assertThat(line).isEqualTo("INFO The register can't be asked: that is over"));
  }

  private static ValidatableResponse get(String path) {
    return given().auth().oauth2(TestClient.EDITOR.token()).get(path).then();
  }
}
