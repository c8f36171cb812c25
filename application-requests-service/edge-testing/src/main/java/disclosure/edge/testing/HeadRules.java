package disclosure.edge.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a service says of the head of what can be got. */
public abstract class HeadRules {

  private static final String GET = "get ";

  private final Set<String> streams;

  /**
   * @param streams the paths of what has no end, and so no head alone
   */
  protected HeadRules(Set<String> streams) {
    this.streams = streams;
  }

  @Test
  public void whatever_can_be_got_has_the_same_head_alone() {
    for (String operation : Operations.documented()) {
      if (operation.startsWith(GET)) {
        String path = operation.substring(GET.length());
        String address = path.replaceAll("\\{\\w+}", "1");
        if (streams.contains(path)) {
          assertThat(as().head(address).statusCode()).as(address).isEqualTo(405);
        } else {
          check(address);
          check(address + "?year=2024&organ=" + TestOrgans.OFFICE);
        }
      }
    }
  }

  @Test
  public void a_method_that_a_path_lacks_is_refused_with_those_that_it_has() {
    Map<String, Set<String>> allowed = new TreeMap<>();
    for (String operation : Operations.documented()) {
      String path = operation.substring(operation.indexOf(' ') + 1);
      Set<String> methods = allowed.computeIfAbsent(path, first -> new TreeSet<>());
      methods.add(operation.substring(0, operation.indexOf(' ')).toUpperCase(Locale.ROOT));
      methods.add("OPTIONS");
      if (operation.startsWith(GET) && !streams.contains(path)) {
        methods.add("HEAD");
      }
    }
    allowed.forEach(
        (path, methods) -> {
          Response refused = as().patch(path.replaceAll("\\{\\w+}", "1"));
          assertThat(refused.statusCode()).as(path).isEqualTo(405);
          assertThat(refused.header("Allow").split(", "))
              .as(path)
              .containsExactlyInAnyOrderElementsOf(methods);
        });
    for (String stream : streams) {
      Response refused = as().head(stream.replaceAll("\\{\\w+}", "1"));
      assertThat(refused.header("Allow")).as(stream).isEqualTo("GET, OPTIONS");
    }
  }

  private static void check(String address) {
    Response head = as().head(address);
    Response got = as().get(address);
    assertThat(head.statusCode()).as(address).isEqualTo(got.statusCode());
    assertThat(mediaType(head)).as(address).isEqualTo(mediaType(got));
    assertThat(head.header("Cache-Control")).as(address).isEqualTo(got.header("Cache-Control"));
    assertThat(head.asByteArray()).as(address).isEmpty();
    assertThat(got.header("X-Content-Type-Options")).as(address).isEqualTo("nosniff");
    assertThat(got.header("Content-Security-Policy")).as(address).contains("default-src ");
  }

  /** JSON has one character set, which may be named or not (RFC 8259). */
  private static String mediaType(Response response) {
    return response.contentType().replaceFirst(";.*", "");
  }

  private static RequestSpecification as() {
    return given().auth().oauth2(TestClient.ADMINISTRATOR.token());
  }
}
