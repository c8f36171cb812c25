package disclosure.requests;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** The running service's directory of organs. */
public final class TestDirectory {

  private static final AtomicBoolean REGISTERED = new AtomicBoolean();

  private TestDirectory() {}

  /** Puts the organs that all tests know into the directory, once: no test changes them. */
  public static void register() {
    if (REGISTERED.get()) {
      return;
    }
    put(TestOrgans.COUNTY, "临县人民政府", "GOVERNMENT", "");
    put(TestOrgans.OFFICE, "临县人民政府办公室", "DEPARTMENT", TestOrgans.COUNTY);
    put(TestOrgans.TOWNSHIP, "临泉镇人民政府", "TOWNSHIP", TestOrgans.COUNTY);
    put(TestOrgans.FOREIGN, "浙江省人民政府", "GOVERNMENT", "");
    REGISTERED.set(true);
  }

  /** Puts an organ into the running service's directory; an empty parent stands for none. */
  public static void put(String code, String name, String kind, String parent) {
    Map<String, String> organ = new HashMap<>(Map.of("name", name, "kind", kind));
    if (!parent.isEmpty()) {
      organ.put("parentOrganCode", parent);
    }
    given()
        .auth()
        .oauth2(TestClient.ADMINISTRATOR.token())
        .contentType("application/json")
        .body(organ)
        .put("/organs/" + code)
        .then()
        .statusCode(anyOf(equalTo(200), equalTo(201)));
  }
}
