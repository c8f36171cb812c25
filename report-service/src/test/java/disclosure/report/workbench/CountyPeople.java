package disclosure.report.workbench;

import disclosure.edge.testing.SignedIn;
import disclosure.edge.testing.TestOrgans;
import disclosure.local.server.LocalPerson;
import disclosure.report.TestCounties;
import disclosure.report.Trouble;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The service with an issuer of its own, at which people of a county sign in beside those that each
 * service knows, so that it is started for all of them once.
 */
public final class CountyPeople implements QuarkusTestProfile {

  private static final String ADMINISTRATOR = "county-administrator";

  /** Of the organs below, from which on they act for them. */
  public static final int FIRST = 45;

  @Override
  public Map<String, String> getConfigOverrides() {
    return SignedIn.among(
        Stream.concat(
                SignedIn.Profile.people().stream()
                    .filter(person -> !person.id().equals(ADMINISTRATOR)),
                Stream.of(
                    person("county-writer", "editor", county()),
                    person("county-publisher", "publisher", county()),
                    person(ADMINISTRATOR, "administrator", county()),
                    person("former-superior", "editor", List.of(TestOrgans.COUNTY)),
                    person("silent-writer", "editor", List.of(Trouble.DIRECTORY_SILENT.organ()))))
            .toList());
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
