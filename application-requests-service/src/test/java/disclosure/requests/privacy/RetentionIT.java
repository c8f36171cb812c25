package disclosure.requests.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.registration.ApplicationsIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetentionIT {

  private static final LocalDate DAY = LocalDate.of(2009, 3, 2);

  @Inject Anonymize anonymize;

  @BeforeEach
  void organs() {
    RegisterTables.knowTestOrgans();
  }

  @Test
  void who_applied_is_forgotten_after_the_time_and_the_counts_stay() throws Exception {
    String body = concluded("2009-03-02");
    Response first = ApplicationsIT.post(body);
    String id = first.path("id");
    String later = ApplicationsIT.post(concluded("2009-03-03")).path("id");
    String open = ApplicationsIT.post(ApplicationsIT.application("2009-02-10", "")).path("id");
    String disputed = ApplicationsIT.post(concluded("2009-03-02")).path("id");
    ApplicationsIT.as(TestClient.RECORDER)
        .body(
            """
            {"organCode":"%s","sourceReference":"留%s","kind":"RECONSIDERATION",
             "acceptedOn":"2009-04-01","applicationId":"%s"}\
            """
                .formatted(TestOrgans.OFFICE, disputed, disputed))
        .post("/disputes")
        .then()
        .statusCode(201);
    String tally = tally();

    assertThat(anonymize.concludedUpTo(DAY)).isEqualTo(1);
    assertThat(anonymize.concludedUpTo(DAY)).isZero();

    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + id)
        .then()
        .statusCode(200)
        .body("applicant.name", nullValue())
        .body("applicant.identityNumber", nullValue())
        .body("applicant.contact", nullValue())
        .body("subject", nullValue());
    assertThat(
            RegisterTables.number(
                "SELECT count(*) FROM requests.application WHERE id = '"
                    + id
                    + "' AND applicant_fingerprint IS NULL AND anonymized_at IS NOT NULL"))
        .isOne();
    for (String kept : new String[] {later, open, disputed}) {
      assertThat(
              ApplicationsIT.as(TestClient.RECORDER)
                  .get("/applications/" + kept)
                  .<String>path("applicant.name"))
          .isEqualTo("张**");
    }
    assertThat(tally()).isEqualTo(tally);
    assertThat(ApplicationsIT.post(body).asString()).isEqualTo(first.asString());
    ApplicationsIT.as(TestClient.ADMINISTRATOR)
        .get("/audit/entries?subject=" + id)
        .then()
        .body("items.action", hasItem("APPLICANT_ANONYMIZED"));
  }

  private static String concluded(String day) {
    return ApplicationsIT.application(
        "2009-02-10",
        ",\"imported\":true,\"steps\":[{\"type\":\"CONCLUDED\",\"on\":\""
            + day
            + "\",\"outcome\":\"DISCLOSED\"}]");
  }

  private static String tally() {
    return ApplicationsIT.as(TestClient.ANALYST)
        .get("/tally?organ=" + TestOrgans.OFFICE + "&year=2009")
        .jsonPath()
        .getString("rows");
  }
}
