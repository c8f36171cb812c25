package disclosure.statistics.matrix;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.OrganState;
import disclosure.requests.contract.Outcome;
import disclosure.statistics.Register;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is entered into the directory afterwards changes nothing of what was known before. */
@QuarkusTest
class KnownHierarchyIT {

  private static final String COUNTY = TestOrgans.coded("11141124012347001");
  private static final String CITY = TestOrgans.coded("11141124012347002");
  private static final String BUREAU = TestOrgans.coded("11141124012347003");
  private static final String OFFICE = TestOrgans.coded("11141124012347004");
  private static final String BEFORE = "2025-03-31T00:00:00Z";

  @Test
  void sums_and_own_tables_of_then_follow_the_directory_of_then() {
    try (Register register = new Register()) {
      register.organ(COUNTY, "某县", Optional.empty());
      register.organ(CITY, "某市", Optional.empty());
      register.organ(organ(BUREAU, 1, COUNTY, "2025-01-10T00:00:00Z", Optional.empty()));
      register.organ(organ(OFFICE, 1, COUNTY, "2025-01-10T00:00:00Z", Optional.empty()));
      int number = 0;
      for (String organ : List.of(BUREAU, OFFICE)) {
        register.application(
            Register.application(
                new UUID(4_7002, number++),
                1,
                organ,
                ApplicantType.NATURAL_PERSON,
                "2024-03-01",
                Optional.of(Outcome.DISCLOSED),
                Optional.of("2024-03-20")));
      }
      await().untilAsserted(() -> assertNew(COUNTY, "SUBTREE", 2));
      register.organ(organ(BUREAU, 2, CITY, "2025-06-10T00:00:00Z", Optional.empty()));
      register.organ(organ(OFFICE, 2, COUNTY, "2025-06-10T00:00:00Z", Optional.of(BUREAU)));
    }
    await().untilAsserted(() -> assertNew(BUREAU, "OWN", 2));
    await().untilAsserted(() -> assertNew(CITY, "SUBTREE", 2));
    assertNew(COUNTY, "SUBTREE", 0);

    assertNew(COUNTY, "SUBTREE&knownAt=" + BEFORE, 2);
    assertNew(CITY, "SUBTREE&knownAt=" + BEFORE, 0);
    assertNew(BUREAU, "OWN&knownAt=" + BEFORE, 1);
    assertThat(table("/matrix", BUREAU, "OWN&knownAt=" + BEFORE).getList("merged")).isEmpty();
    assertNew(BUREAU, "OWN&knownAt=2025-06-10T00:00:00Z", 2);
    assertThat(
            table(
                    "/matrix/cell",
                    COUNTY,
                    "SUBTREE&row=NEWLY_RECEIVED&column=TOTAL&knownAt=" + BEFORE)
                .getList("items"))
        .hasSize(2);
    assertThat(table("/ranking", COUNTY, "SUBTREE&by=RECEIVED&knownAt=" + BEFORE).prettify())
        .contains(BUREAU, OFFICE);
  }

  private static void assertNew(String organ, String scope, int expected) {
    assertThat(table("/matrix", organ, scope).getInt("rows[0].total"))
        .as("%s %s", organ, scope)
        .isEqualTo(expected);
  }

  private static JsonPath table(String path, String organ, String scope) {
    return given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .get(path + "?organ=" + organ + "&year=2024&scope=" + scope)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static OrganState organ(
      String code, long version, String parent, String recordedAt, Optional<String> successor) {
    return new OrganState(
        new OrganCode(code),
        version,
        "某局" + code.substring(15, 17),
        OrganKind.DEPARTMENT,
        Optional.of(new OrganCode(parent)),
        Optional.empty(),
        successor.map(merged -> LocalDate.parse("2024-06-30")),
        successor.map(OrganCode::new),
        List.of(),
        Instant.parse(recordedAt));
  }
}
