package disclosure.edge.testing;

import static io.restassured.RestAssured.given;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a running service says at {@code /openapi} that can be done with it. */
public final class Operations {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private Operations() {}

  /** Each as its method in lower case, a space and its path, but for those that tests add. */
  public static Set<String> documented() {
    Map<String, Map<String, Object>> paths =
        given().accept("application/json").get("/openapi").then().extract().path("paths");
    Set<String> operations = new TreeSet<>();
    paths.forEach(
        (path, methods) ->
            methods.keySet().stream()
                .filter(method -> METHODS.contains(method) && !path.contains("probe"))
                .forEach(method -> operations.add(method + " " + path)));
    return operations;
  }
}
