package disclosure.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
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
  void each_role_has_a_client_of_its_name_and_the_report_service_reads_counts() {
    Map<String, Set<String>> granted = new TreeMap<>();
    for (JsonNode user : REALM.path("users")) {
      Set<String> roles = new TreeSet<>();
      user.path("realmRoles").forEach(role -> roles.add(role.asText()));
      granted.put(user.path("serviceAccountClientId").asText(), roles);
    }

    Map<String, Set<String>> expected = new TreeMap<>();
    ROLES.forEach(role -> expected.put(role, Set.of(role)));
    expected.put("report-service", Set.of("analyst"));
    assertThat(granted).isEqualTo(expected);
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
      assertThat(client.path("serviceAccountsEnabled").asBoolean()).isTrue();
      for (String other :
          Set.of(
              "publicClient",
              "standardFlowEnabled",
              "implicitFlowEnabled",
              "directAccessGrantsEnabled")) {
        assertThat(client.path(other).asBoolean(true)).as(other).isFalse();
      }
    }
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
      assertThat(scopes.get(id))
          .as(id)
          .isEqualTo(Set.of(id.equals("report-service") ? "analyst" : id));
    }
  }

  @Test
  void a_client_acts_for_no_organ_until_it_is_told_which_and_the_report_service_asks_of_all() {
    for (JsonNode client : REALM.path("clients")) {
      for (JsonNode mapper : client.path("protocolMappers")) {
        if (mapper.path("name").asText().equals("organs")) {
          assertThat(mapper.at("/config/claim.value").asText())
              .isEqualTo(
                  client.path("clientId").asText().equals("report-service") ? "[\"*\"]" : "[]");
        }
      }
    }
  }

  @Test
  void every_token_has_the_audience_and_an_array_of_organs() throws IOException {
    String audience = Service.REQUESTS.variables().get("OIDC_AUDIENCE").orElseThrow();

    for (JsonNode client : REALM.path("clients")) {
      Map<String, JsonNode> mappers = new TreeMap<>();
      client
          .path("protocolMappers")
          .forEach(mapper -> mappers.put(mapper.path("name").asText(), mapper.path("config")));
      assertThat(mappers.get("audience").path("included.custom.audience").asText())
          .isEqualTo(audience);
      JsonNode organs = mappers.get("organs");
      assertThat(organs.path("claim.name").asText()).isEqualTo("organs");
      assertThat(organs.path("jsonType.label").asText()).isEqualTo("JSON");
      JsonNode value = Repository.YAML.readTree(organs.path("claim.value").asText());
      assertThat(value.isArray()).isTrue();
      assertThat(mappers.values())
          .allMatch(config -> config.path("access.token.claim").asBoolean());
    }
  }
}
