package disclosure.edge.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Set;
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

  private static void check(String address) {
    Response head = as().head(address);
    Response got = as().get(address);
    assertThat(head.statusCode()).as(address).isEqualTo(got.statusCode());
    assertThat(mediaType(head)).as(address).isEqualTo(mediaType(got));
    assertThat(head.header("Cache-Control")).as(address).isEqualTo(got.header("Cache-Control"));
    assertThat(head.asByteArray()).as(address).isEmpty();
  }

  /** JSON has one character set, which may be named or not (RFC 8259). */
  private static String mediaType(Response response) {
    return response.contentType().replaceFirst(";.*", "");
  }

  private static RequestSpecification as() {
    return given().auth().oauth2(TestClient.ADMINISTRATOR.token());
  }
}
