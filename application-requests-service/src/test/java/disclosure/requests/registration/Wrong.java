package disclosure.requests.registration;

import static io.restassured.RestAssured.given;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A request that is right but for what its name says, and what is expected of the answer. */
final class Wrong {

  /** Sends the bytes whatever they are said to be. */
  static final RestAssuredConfig BYTES_AS_THEY_ARE =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                  .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.BINARY)
                  .encodeContentTypeAs(BatchResource.NDJSON, ContentType.BINARY));

  private final String name;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private UnaryOperator<String> change = UnaryOperator.identity();
  private Charset charset = StandardCharsets.UTF_8;
  private String contentType = "application/json";
  private String path = "/applications";
  private Optional<String> token = Optional.of(TestClient.RECORDER.token());
  private int status;
  private Optional<String> field = Optional.empty();

  private Wrong(String name) {
    this.name = name;
  }

  static Wrong application(String name) {
    return new Wrong(name)
        .with("organCode", "\"" + TestOrgans.OFFICE + "\"")
        .with("sourceReference", "\"W-" + UUID.randomUUID() + "\"")
        .with("receivedOn", "\"2024-03-01\"")
        .with("channel", "\"POST\"")
        .with("applicant", "{\"type\":\"NATURAL_PERSON\"}");
  }

  Wrong with(String field, String json) {
    fields.put(field, json);
    return this;
  }

  Wrong without(String field) {
    fields.remove(field);
    return this;
  }

  Wrong body(UnaryOperator<String> other) {
    change = other;
    return this;
  }

  Wrong bytes(Charset other) {
    charset = other;
    return this;
  }

  Wrong contentType(String other) {
    contentType = other;
    return this;
  }

  Wrong header(String header, String value) {
    headers.put(header, value);
    return this;
  }

  Wrong at(String other) {
    path = other;
    return this;
  }

  Wrong by(TestClient client) {
    return token(Optional.of(client.token()));
  }

  Wrong token(Optional<String> other) {
    token = other;
    return this;
  }

  /** Expects the status, without an opinion on fields. */
  Wrong is(int expected) {
    status = expected;
    return this;
  }

  /** Expects the status and exactly this field. */
  Wrong names(int expected, String expectedField) {
    field = Optional.of(expectedField);
    return is(expected);
  }

  int status() {
    return status;
  }

  Optional<String> field() {
    return field;
  }

  String json() {
    return change.apply(
        fields.entrySet().stream()
            .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
            .collect(Collectors.joining(",", "{", "}")));
  }

  /** Sends it; where the path speaks of an application, that one is meant. */
  Response send(String applicationId) {
    RequestSpecification request =
        given().config(BYTES_AS_THEY_ARE).headers(headers).contentType(contentType);
    token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
    return request.body(json().getBytes(charset)).post(path.replace("{id}", applicationId));
  }

  @Override
  public String toString() {
    return name;
  }
}
