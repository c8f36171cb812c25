package disclosure.report.workbench;

import disclosure.edge.testing.TestOrgans;
import disclosure.local.server.FreePort;
import disclosure.local.server.LocalClient;
import disclosure.local.server.LocalIssuer;
import disclosure.local.server.LocalPerson;
import disclosure.report.TestCounties;
import disclosure.report.Trouble;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The service with an issuer of its own, at which people of a county sign in. */
public final class CountyPeople implements QuarkusTestProfile {

  /** Of the organs below, from which on they act for them. */
  public static final int FIRST = 45;

  private static final String CLIENT = "pages";
  private static final String SECRET = "secret-of-the-pages";

  /** The port isn't known before the service has started. */
  private static final String ANY_PORT = "http:";

  @Override
  public Map<String, String> getConfigOverrides() {
    try {
      LocalIssuer issuer =
          LocalIssuer.start(
              FreePort.any(),
              List.of(new LocalClient(CLIENT, SECRET, List.of(), List.of(), Optional.empty())),
              LocalIssuer.newKey(),
              new LocalIssuer.Pages(
                  CLIENT,
                  ANY_PORT,
                  List.of(
                      person("county-writer", "editor", county()),
                      person("county-publisher", "publisher", county()),
                      person("county-administrator", "administrator", county()),
                      person("former-superior", "editor", List.of(TestOrgans.COUNTY)),
                      person(
                          "silent-writer", "editor", List.of(Trouble.DIRECTORY_SILENT.organ())))));
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

  /** The government and, since nobody tells the neighbours who these people are, some below it. */
  private static List<String> county() {
    return Stream.concat(
            Stream.of(TestCounties.COUNTY),
            TestCounties.below(TestCounties.COUNTY).stream()
                .skip(FIRST)
                .map(TestCounties.Organ::code))
        .toList();
  }

  private static LocalPerson person(String id, String role, List<String> organs) {
    return new LocalPerson(id, id, id, List.of(role), organs);
  }
}
