package disclosure.requests.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Role;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.TestDirectory;
import disclosure.requests.contract.OrganCode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OrganAccessIT {

  /** Answers which of the test organs the caller acts for. */
  @Path("/scope-probe")
  static class ScopeProbe {

    private final OrganAccess access;
    private final CurrentCaller caller;

    ScopeProbe(OrganAccess access, CurrentCaller caller) {
      this.access = access;
      this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.RECORDER, Role.ANALYST, Role.ADMINISTRATOR})
    public String scope() {
      return caller.get().clientId()
          + Stream.of(TestOrgans.COUNTY, TestOrgans.OFFICE, TestOrgans.TOWNSHIP, TestOrgans.FOREIGN)
              .map(OrganCode::new)
              .map(code -> access.mayActFor(code) ? " yes" : " no")
              .collect(Collectors.joining())
          + (agree() ? "" : " and a reach that says otherwise");
    }

    /** What is decided for each organ by itself and what is taken for granted of all. */
    private boolean agree() {
      return Stream.of(
              TestOrgans.COUNTY, TestOrgans.OFFICE, TestOrgans.TOWNSHIP, TestOrgans.FOREIGN)
          .map(OrganCode::new)
          .allMatch(code -> access.mayActFor(code) == access.reach().includes(code));
    }
  }

  @BeforeEach
  void organs() {
    TestDirectory.register();
  }

  @ParameterizedTest
  @CsvSource({
    "RECORDER,             yes yes yes yes",
    "COUNTY_RECORDER,      yes yes yes no",
    "OFFICE_RECORDER,      no yes no no",
    "FOREIGN_RECORDER,     no no no yes",
    "RECORDER_OF_NOTHING,  no no no no",
  })
  void a_client_acts_for_the_organs_of_its_token_and_all_below(TestClient client, String answers) {
    given()
        .auth()
        .oauth2(client.token())
        .get("/scope-probe")
        .then()
        .statusCode(200)
        .body(equalTo(client.id() + " " + answers));
  }
}
