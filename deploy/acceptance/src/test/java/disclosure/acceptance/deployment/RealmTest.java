package disclosure.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The Keycloak realm gives tokens that the services understand. */
class RealmTest {

  private static final JsonNode REALM = Repository.yaml("deploy/compose/keycloak/realm.json");
  private static final String ROLES_OF_THE_EDGE =
      "application-requests-service/edge/src/main/java/disclosure/edge/Role.java";

  private static final Set<String> ROLES =
      Set.of("recorder", "analyst", "editor", "publisher", "administrator");

  @Test
  void it_has_the_five_roles() {
    assertThat(REALM.at("/roles/realm").findValuesAsText("name"))
        .containsExactlyInAnyOrderElementsOf(ROLES);
  }

  @Test
  void the_services_ask_for_these_roles_and_no_others() throws IOException {
    assertThat(
            Repository.matches(
                    "String \\w+ = \"(\\w+)\";",
                    Files.readString(Repository.path(ROLES_OF_THE_EDGE)))
                .map(match -> match.group(1)))
        .isNotEmpty()
        .isSubsetOf(ROLES);
  }

  @Test
  void each_role_has_a_client_of_its_name_and_the_services_read_counts() {
    Map<String, Set<String>> granted = new TreeMap<>();
    for (JsonNode user : REALM.path("users")) {
      Set<String> roles = new TreeSet<>();
      user.path("realmRoles").forEach(role -> roles.add(role.asText()));
      granted.put(user.path("serviceAccountClientId").asText(), roles);
    }

    Map<String, Set<String>> expected = new TreeMap<>();
    ROLES.forEach(role -> expected.put(role, Set.of(role)));
    expected.put("report-service", Set.of("analyst"));
    expected.put("statistics-service", Set.of("analyst"));
    assertThat(granted).isEqualTo(expected);
    // The client of the pages has no account: for itself it may nothing.
    expected.put("pages", Set.of());
    assertThat(REALM.path("clients").findValuesAsText("clientId"))
        .containsExactlyInAnyOrderElementsOf(expected.keySet());
  }

  @Test
  void a_client_s_secret_comes_from_outside() {
    Set<String> passed =
        Repository.names(
            Repository.yaml("deploy/compose/compose.yaml").at("/services/keycloak/environment"));

    for (JsonNode client : REALM.path("clients")) {
      String secret = client.path("secret").asText();
      assertThat(passed).contains(Repository.only("^\\$\\{([A-Z_]+)}$", secret));
    }
  }

  @Test
  void a_client_gets_tokens_by_client_credentials_alone() {
    for (JsonNode client : REALM.path("clients")) {
      boolean pages = client.path("clientId").asText().equals("pages");
      assertThat(client.path("serviceAccountsEnabled").asBoolean()).isEqualTo(!pages);
      assertThat(client.path("standardFlowEnabled").asBoolean()).isEqualTo(pages);
      for (String other :
          Set.of("publicClient", "implicitFlowEnabled", "directAccessGrantsEnabled")) {
        assertThat(client.path(other).asBoolean(true)).as(other).isFalse();
      }
    }
  }

  @Test
  void people_sign_in_to_the_pages_of_one_address_alone() {
    JsonNode pages = client("pages");
    Set<String> led = new TreeSet<>();
    pages.path("redirectUris").forEach(address -> led.add(address.asText()));
    Set<String> prefixes = new TreeSet<>();
    for (Service service : Service.values()) {
      String prefix = Repository.only("^pages\\.prefix=(/\\w+)$", service.properties());
      prefixes.add("${PAGES_URL}" + prefix + "/callback");
    }

    assertThat(led).isEqualTo(prefixes);
    assertThat(pages.at("/attributes/post.logout.redirect.uris").asText())
        .isEqualTo("${PAGES_URL}/");
    assertThat(pages.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
    assertThat(Repository.yaml("deploy/compose/compose.yaml").at("/services/keycloak/environment"))
        .anyMatch(value -> value.asText().startsWith("${PAGES_URL:?"));
  }

  @Test
  void only_an_administrator_says_for_which_organs_somebody_acts_and_nothing_malformed_is_taken()
      throws IOException {
    JsonNode profile =
        Repository.YAML.readTree(
            REALM
                .at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
                .path("kc.user.profile.config")
                .path(0)
                .asText());
    JsonNode organs = null;
    for (JsonNode attribute : profile.path("attributes")) {
      organs = attribute.path("name").asText().equals("organs") ? attribute : organs;
    }

    assertThat(organs.at("/permissions/edit"))
        .extracting(JsonNode::asText)
        .containsExactly("admin");
    assertThat(organs.path("multivalued").asBoolean()).isTrue();
    String pattern = organs.at("/validations/pattern/pattern").asText();
    assertThat("*").matches(pattern);
    assertThat("111411240123456713").matches(pattern);
    assertThat("[\"111411240123456713\"]").doesNotMatch(pattern);
    assertThat("11141124012345671").doesNotMatch(pattern);
    // What isn't declared can't be set by anybody.
    assertThat(profile.has("unmanagedAttributePolicy")).isFalse();
  }

  @Test
  void a_client_bears_its_own_role_alone() {
    Map<String, Set<String>> scopes = new TreeMap<>();
    for (JsonNode scope : REALM.path("scopeMappings")) {
      Set<String> roles = new TreeSet<>();
      scope.path("roles").forEach(role -> roles.add(role.asText()));
      scopes.put(scope.path("client").asText(), roles);
    }

    for (JsonNode client : REALM.path("clients")) {
      String id = client.path("clientId").asText();
      assertThat(client.path("fullScopeAllowed").asBoolean(true)).as(id).isFalse();
      Set<String> own = id.endsWith("-service") ? Set.of("analyst") : Set.of(id);
      // A person has the roles that the person was given, whichever of ours they are.
      assertThat(scopes.get(id)).as(id).isEqualTo(id.equals("pages") ? ROLES : own);
    }
  }

  @Test
  void nobody_acts_for_an_organ_until_told_which_and_the_services_ask_of_all() {
    for (JsonNode user : REALM.path("users")) {
      boolean service = user.path("serviceAccountClientId").asText().endsWith("-service");
      assertThat(user.at("/attributes/organs"))
          .extracting(JsonNode::asText)
          .isEqualTo(service ? List.of("*") : List.of());
    }
  }

  @Test
  void every_token_has_the_audience_and_the_organs_as_an_array() {
    String audience = Service.REQUESTS.variables().get("OIDC_AUDIENCE").orElseThrow();

    for (JsonNode client : REALM.path("clients")) {
      Map<String, JsonNode> mappers = new TreeMap<>();
      client
          .path("protocolMappers")
          .forEach(mapper -> mappers.put(mapper.path("name").asText(), mapper));
      assertThat(mappers.get("audience").at("/config/included.custom.audience").asText())
          .isEqualTo(audience);
      JsonNode organs = mappers.get("organs");
      assertThat(organs.path("protocolMapper").asText())
          .isEqualTo("oidc-usermodel-attribute-mapper");
      assertThat(organs.at("/config/user.attribute").asText()).isEqualTo("organs");
      assertThat(organs.at("/config/claim.name").asText()).isEqualTo("organs");
      // However many there are, one too: no JSON is written by hand.
      assertThat(organs.at("/config/multivalued").asText()).isEqualTo("true");
      assertThat(mappers.values())
          .allMatch(mapper -> mapper.at("/config/access.token.claim").asBoolean());
    }
  }

  private static JsonNode client(String id) {
    for (JsonNode client : REALM.path("clients")) {
      if (client.path("clientId").asText().equals(id)) {
        return client;
      }
    }
    throw new IllegalArgumentException(id);
  }
}
