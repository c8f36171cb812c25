package disclosure.requests;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;

import disclosure.requests.contract.OrganCode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Made-up organs with valid check characters. */
public final class TestOrgans {

  /** The county government, above the office and the township. */
  public static final String COUNTY = "111411240123456814";

  /** The county government's office. */
  public static final String OFFICE = "111411240123456713";

  /** A township of the county. */
  public static final String TOWNSHIP = "111411240123456915";

  /** An organ of another tree. */
  public static final String FOREIGN = "113300000123456712";

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final AtomicBoolean REGISTERED = new AtomicBoolean();

  private TestOrgans() {}

  /** A valid code that no other test uses. */
  public static String fresh() {
    String first = String.format(Locale.ROOT, "12%015d", NEXT.incrementAndGet());
    return first + OrganCode.checkCharacter(first);
  }

  /** Puts the organs above into the running service's directory, once: no test changes them. */
  public static void register() {
    if (REGISTERED.get()) {
      return;
    }
    put(COUNTY, "临县人民政府", "GOVERNMENT", "");
    put(OFFICE, "临县人民政府办公室", "DEPARTMENT", COUNTY);
    put(TOWNSHIP, "临泉镇人民政府", "TOWNSHIP", COUNTY);
    put(FOREIGN, "浙江省人民政府", "GOVERNMENT", "");
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
