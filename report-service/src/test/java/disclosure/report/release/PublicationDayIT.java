package disclosure.report.release;

import static disclosure.report.TestDrafts.put;
import static disclosure.report.TestReleases.publish;
import static disclosure.report.TestReleases.sound;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.testing.TestClient;
import disclosure.report.TestCounties;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublicationDayIT {

  private static final TestCounties.Organ ORGAN = TestCounties.below(TestCounties.COUNTY).get(36);
  private static final TestCounties.Organ OTHER = TestCounties.below(TestCounties.COUNTY).get(37);

  @Inject Clock clock;

  @Test
  void no_report_on_a_year_that_is_not_over_is_published() {
    int year = LocalDate.now(clock).getYear();
    ObjectNode draft = sound(ORGAN.name(), year);
    draft.put("signedOn", year + "-12-31");
    put(TestClient.EDITOR, ORGAN.code(), year, draft).statusCode(201);
    String path = ORGAN.code() + "/" + year;
    publish(path, 1)
        .statusCode(409)
        .body("type", equalTo("/problems/too-early"))
        .body("detail", equalTo(year + "年尚未结束，数据还会变动，请在" + (year + 1) + "年1月1日以后公布。"));
    given().get("/reports/" + path + "/publications").then().statusCode(404);
  }

  @Test
  void no_report_is_published_before_its_date() {
    LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
    int year = tomorrow.getYear() - 1;
    ObjectNode draft = sound(OTHER.name(), year);
    draft.put("signedOn", tomorrow.toString());
    put(TestClient.EDITOR, OTHER.code(), year, draft).statusCode(201);
    publish(OTHER.code() + "/" + year, 1)
        .statusCode(409)
        .body("type", equalTo("/problems/too-early"));
  }
}
