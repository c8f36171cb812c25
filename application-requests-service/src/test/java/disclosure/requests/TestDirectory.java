package disclosure.requests;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
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
    seen(given().auth().oauth2(TestClient.ADMINISTRATOR.token()), code)
        .contentType("application/json")
        .body(organ)
        .put("/organs/" + code)
        .then()
        .statusCode(anyOf(equalTo(200), equalTo(201)));
  }

  /** A request that names the organ's present version as seen, if there is the organ. */
  public static RequestSpecification seen(RequestSpecification request, String code) {
    Response present =
        given().auth().oauth2(TestClient.ADMINISTRATOR.token()).get("/organs/" + code);
    return present.statusCode() == 200
        ? request.header("If-Match", present.header("ETag"))
        : request;
  }
}
