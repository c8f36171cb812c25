package disclosure.edge.testing;

import disclosure.local.server.FreePort;
import disclosure.local.server.LocalClient;
import disclosure.local.server.LocalIssuer;
import disclosure.local.server.LocalPerson;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Somebody in a browser without scripts, before a service that shows pages. */
public final class SignedIn {

  private static final String CLIENT = "pages";

  /** The port isn't known before the service has started. */
  private static final String ANY_PORT = "http:";

  /** The department that the writer and the publisher act for. */
  public static final String WRITTEN_FOR = TestOrgans.coded("11141124020000086");

  private static final String SECRET = "secret-of-the-pages";

  private final String service;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  private SignedIn(String service) {
    this.service = service;
  }

  /** The settings of a service with an issuer of its own, at which these people sign in. */
  public static Map<String, String> among(List<LocalPerson> people) {
    try {
      LocalIssuer issuer =
          LocalIssuer.start(
              FreePort.any(),
              List.of(new LocalClient(CLIENT, SECRET, List.of(), List.of(), Optional.empty())),
              LocalIssuer.newKey(),
              new LocalIssuer.Pages(CLIENT, ANY_PORT, people));
      Runtime.getRuntime().addShutdownHook(new Thread(issuer::close));
      return Map.of(
          "quarkus.oidc.auth-server-url",
          issuer.url(),
          "pages.client-id",
          CLIENT,
          "pages.client-secret",
          SECRET,
          "pages.session-secret",
          "s".repeat(32));
    } catch (Exception failure) {
      throw new IllegalStateException("the issuer doesn't start", failure);
    }
  }

  /** The service with an issuer of its own, at which people sign in. */
  public static final class Profile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return among(people());
    }

    /** Of an office, a county and everything, with each of the rights. */
    public static List<LocalPerson> people() {
      return List.of(
          person("clerk", "recorder", TestOrgans.OFFICE),
          person("colleague", "recorder", TestOrgans.OFFICE),
          new LocalPerson(
              "second", "王<b>丽", "second", List.of("recorder"), List.of(TestOrgans.OFFICE)),
          person("head", "analyst", TestOrgans.OFFICE),
          person("writer", "editor", WRITTEN_FOR),
          person("publisher", "publisher", WRITTEN_FOR),
          person("administrator", "administrator", "*"),
          person("deputy", "administrator", "*"),
          person("county-administrator", "administrator", TestOrgans.COUNTY),
          new LocalPerson(
              "all-rounder",
              "all-rounder",
              "all-rounder",
              List.of("recorder", "administrator"),
              List.of(TestOrgans.OFFICE)));
    }

    private static LocalPerson person(String id, String role, String organ) {
      return new LocalPerson(id, id, id, List.of(role), List.of(organ));
    }
  }

  /**
   * Signs in.
   *
   * @param person one of the issuer's people
   * @param door a page of the service
   */
  public static SignedIn as(String person, int port, String door) throws Exception {
    SignedIn browser = new SignedIn("http://localhost:" + port);
    HttpResponse<String> people = browser.get(door);
    browser.send(
        HttpRequest.newBuilder(people.uri())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("username=" + person)));
    return browser;
  }

  /** Somebody who has not signed in. */
  public static SignedIn stranger(int port) {
    return new SignedIn("http://localhost:" + port);
  }

  /** Opens a page. */
  public HttpResponse<String> get(String address, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + address));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  /** Sends a form, and follows to where it leads. */
  public HttpResponse<String> post(String address, Map<String, String> filled, String... headers)
      throws IOException, InterruptedException {
    return postBody(
        address,
        filled.entrySet().stream()
            .map(
                one ->
                    one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&")),
        headers);
  }

  /**
   * Sends a form with a file, as {@code file}, and follows to where it leads.
   *
   * @param name what the file is called; empty as when none was chosen
   */
  public HttpResponse<byte[]> postFile(
      String address, Map<String, String> filled, String name, byte[] file, String... headers)
      throws IOException, InterruptedException {
    String boundary = "----FormBoundary" + UUID.randomUUID();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, String> one : filled.entrySet()) {
      body.writeBytes(part(boundary, "name=\"" + one.getKey() + "\""));
      body.writeBytes(one.getValue().getBytes(StandardCharsets.UTF_8));
    }
    body.writeBytes(part(boundary, "name=\"file\"; filename=\"" + name + "\""));
    body.writeBytes(file);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    // What stands before the first boundary is no line of the form.
    byte[] sent = body.toByteArray();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service + address))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(sent, 2, sent.length - 2));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static byte[] part(String boundary, String disposition) {
    return ("\r\n--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Sends what may be no form. */
  public HttpResponse<String> postBody(String address, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service + address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  /** Begins to send what comes by and by. */
  public CompletableFuture<HttpResponse<byte[]>> begin(
      String address, String contentType, InputStream body) {
    return http.sendAsync(
        HttpRequest.newBuilder(URI.create(service + address))
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
            .build(),
        BodyHandlers.ofByteArray());
  }

  /** As when the browser has dropped what has ended. */
  public void endSession() {
    cookies.getCookieStore().removeAll();
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
