package disclosure.edge.testing;

import disclosure.local.server.LocalClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The clients that the tests call as, one for every role and kind of scope. */
public enum TestClient {
  RECORDER("recorder", "*"),
  ANALYST("analyst", "*"),
  EDITOR("editor", "*"),
  PUBLISHER("publisher", "*"),
  ADMINISTRATOR("administrator", "*"),
  /** Acts for the county government and all below it. */
  COUNTY_RECORDER("recorder", TestOrgans.COUNTY),
  COUNTY_ANALYST("analyst", TestOrgans.COUNTY),
  COUNTY_EDITOR("editor", TestOrgans.COUNTY),
  COUNTY_PUBLISHER("publisher", TestOrgans.COUNTY),
  COUNTY_ADMINISTRATOR("administrator", TestOrgans.COUNTY),
  /** Acts for the county government's office alone. */
  OFFICE_RECORDER("recorder", TestOrgans.OFFICE),
  OFFICE_ANALYST("analyst", TestOrgans.OFFICE),
  OFFICE_EDITOR("editor", TestOrgans.OFFICE),
  OFFICE_ADMINISTRATOR("administrator", TestOrgans.OFFICE),
  /** Acts for an organ of another tree. */
  FOREIGN_RECORDER("recorder", TestOrgans.FOREIGN),
  FOREIGN_ANALYST("analyst", TestOrgans.FOREIGN),
  FOREIGN_EDITOR("editor", TestOrgans.FOREIGN),
  FOREIGN_ADMINISTRATOR("administrator", TestOrgans.FOREIGN),
  /** A clerk of the office who signs in. */
  CLERK("recorder", TestOrgans.OFFICE),
  /** Has a role and no organ. */
  RECORDER_OF_NOTHING("recorder"),
  ANALYST_OF_NOTHING("analyst"),
  EDITOR_OF_NOTHING("editor"),
  /** Was set up wrongly at the issuer. */
  MISCONFIGURED("recorder", "11141124"),
  /** The report service itself, when it asks the register. */
  REPORT_SERVICE("analyst", "*"),
  /** Acts for all organs without any role. */
  NOBODY("", "*");

  /** What every client says to the issuer. */
  public static final String SECRET = "secret";

  /** Who the clerk is to the issuer. */
  public static final String CLERKS_NAME = "wang.li";

  private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
  private static final Map<TestClient, String> TOKENS = new ConcurrentHashMap<>();

  private final String role;
  private final List<String> organs;

  TestClient(String role, String... organs) {
    this.role = role;
    this.organs = List.of(organs);
  }

  /** The client's id, as it stands in {@code azp}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A valid bearer token of the client, fetched from the running issuer once. */
  public String token() {
    return TOKENS.computeIfAbsent(this, client -> client.fetch(""));
  }

  /** One that is valid for so many seconds. */
  public String token(int seconds) {
    return fetch("&seconds=" + seconds);
  }

  /** One that is for another audience than the services. */
  public String tokenFor(String audience) {
    return fetch("&audience=" + audience);
  }

  static List<LocalClient> known() {
    return Arrays.stream(values())
        .map(
            client ->
                new LocalClient(
                    client.id(),
                    SECRET,
                    client.role.isEmpty() ? List.of() : List.of(client.role),
                    client.organs,
                    client == CLERK ? Optional.of(CLERKS_NAME) : Optional.empty()))
        .toList();
  }

  private String fetch(String more) {
    String form =
        "grant_type=client_credentials&client_id=" + id() + "&client_secret=" + SECRET + more;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(Setting.of(Setting.TOKEN_ENDPOINT)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      String body =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
      Matcher token = TOKEN.matcher(body);
      if (!token.find()) {
        throw new IllegalStateException("the issuer gave no token");
      }
      return token.group(1);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
