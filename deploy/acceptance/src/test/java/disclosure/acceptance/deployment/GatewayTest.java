package disclosure.acceptance.deployment;

import static disclosure.acceptance.deployment.Repository.matches;
import static disclosure.acceptance.deployment.Repository.only;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way from other machines to the services that compose starts. */
class GatewayTest {

  static final String CADDYFILE = Repository.text("deploy/compose/gateway/Caddyfile");

  private static final JsonNode COMPOSE = Repository.yaml("deploy/compose/compose.yaml");
  private static final JsonNode GATEWAY = COMPOSE.at("/services/gateway");

  /** At which port of the gateway the API of a service is. */
  static int apiPort(Service service) {
    return service.port() + 360;
  }

  @ParameterizedTest
  @EnumSource
  void the_pages_of_a_service_are_led_to_it_and_no_other_path_is(Service service) {
    String led =
        only(
            "@\\w+ path (.*)\\R\\s*handle @\\w+ \\{\\R\\s*import service "
                + service.folder()
                + ":"
                + service.port()
                + "$",
            CADDYFILE);

    assertThat(led.split(" "))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    service.prefixes().stream().flatMap(prefix -> Stream.of(prefix, prefix + "/*")),
                    service.robots().stream())
                .toList());
  }

  @ParameterizedTest
  @EnumSource
  void the_api_of_a_service_has_a_port_of_its_own_which_shows_no_pages(Service service) {
    String site = "https://{$GATEWAY_HOST}:" + apiPort(service) + " {\n\timport api ";
    String pages = only("^\\t*@pages path (.*)$", CADDYFILE);

    assertThat(CADDYFILE).contains(site + service.folder() + ":" + service.port() + "\n}");
    assertThat(published()).containsEntry(apiPort(service), apiPort(service));
    service
        .prefixes()
        .forEach(prefix -> assertThat(pages.split(" ")).contains(prefix, prefix + "/*"));
  }

  @Test
  void pages_are_at_the_usual_port_and_what_is_not_encrypted_is_led_there() {
    assertThat(published()).containsEntry(443, 10443).containsEntry(80, 10080);
    assertThat(CADDYFILE)
        .contains("https://{$GATEWAY_HOST}:10443 {", "redir {$PAGES_URL}{uri} 308");
    assertThat(Repository.names(GATEWAY.path("environment"))).contains("PAGES_URL", "GATEWAY_HOST");
  }

  @Test
  void nobody_is_believed_who_claims_to_be_a_proxy() {
    String service = only("(?s)\\(service\\) \\{(.*?)\\n\\}", CADDYFILE);
    String keycloak = only("(?s)reverse_proxy keycloak:8080 \\{(.*?)\\n\\t\\t\\t\\}", CADDYFILE);
    JsonNode issuer = COMPOSE.at("/services/keycloak/environment");

    assertThat(service)
        .contains(
            "header_up -Forwarded\n", "-X-Real-Ip", "header_up X-Forwarded-For {remote_host}\n")
        .contains("-X-Forwarded-Host", "-X-Forwarded-Port", "-X-Forwarded-Prefix")
        .contains("-X-Forwarded-Proto");
    for (Service one : Service.values()) {
      assertThat(COMPOSE.at("/services/" + one.folder() + "/environment/TRUSTED_PROXIES").asText())
          .isEqualTo(GATEWAY.at("/networks/front/ipv4_address").asText());
    }
    // Who is recorded is not for callers to say.
    assertThat(service).contains("header_up -Traceparent\n", "header_up -Tracestate\n");
    assertThat(keycloak).contains("header_up -Forwarded\n", "-X-Forwarded-Port", "-X-Real-Ip");
    assertThat(CADDYFILE).doesNotContain("trusted_proxies");
    assertThat(issuer.path("KC_PROXY_HEADERS").asText()).isEqualTo("xforwarded");
    assertThat(issuer.path("KC_PROXY_TRUSTED_ADDRESSES").asText())
        .isEqualTo(GATEWAY.at("/networks/front/ipv4_address").asText());
  }

  @Test
  void a_stream_is_not_held_back_and_no_path_goes_up_again() {
    assertThat(CADDYFILE).contains("flush_interval -1", "import nothing-upwards");
    String upwards =
        only("@upwards vars_regexp \\{http\\.request\\.orig_uri\\.path} (.*)$", CADDYFILE);
    assertThat(Stream.of("/register/../applications", "/register/%2e%2E/jobs", "/a/..;x", "/a/.."))
        .allSatisfy(path -> assertThat(path).containsPattern(upwards));
    assertThat(Stream.of("/register", "/register/new", "/register/static/a..b.css"))
        .allSatisfy(path -> assertThat(path).doesNotContainPattern(upwards));
  }

  @Test
  void of_the_issuer_one_realm_is_reached_and_not_its_console() {
    assertThat(only("^\\t*@issuer path (.*)$", CADDYFILE).split(" "))
        .containsExactlyInAnyOrder("/realms/disclosure", "/realms/disclosure/*", "/resources/*");
    assertThat(Repository.yaml("deploy/compose/keycloak/realm.json").path("realm").asText())
        .isEqualTo("disclosure");
    assertThat(COMPOSE.at("/services/keycloak/environment/KC_HOSTNAME_ADMIN").asText())
        .isEqualTo("http://localhost:8180");
    assertThat(COMPOSE.at("/services/keycloak/ports/0").asText()).isEqualTo("127.0.0.1:8180:8080");
  }

  @Test
  void it_reaches_what_it_leads_to_and_neither_postgres_nor_kafka() {
    Set<String> reached = new TreeSet<>();
    for (String name : Repository.names(COMPOSE.path("services"))) {
      JsonNode service = COMPOSE.path("services").path(name);
      JsonNode networks = service.path("networks");
      if (networks.toString().contains("front")
          || service.has("<<") && !name.startsWith("migrate-")) {
        reached.add(name);
      }
    }

    assertThat(COMPOSE.at("/x-service/networks").toString()).contains("front");
    assertThat(COMPOSE.at("/x-migration").has("networks")).isFalse();
    assertThat(Repository.names(GATEWAY.path("networks"))).containsExactly("front");
    assertThat(reached)
        .containsExactlyInAnyOrder(
            "gateway",
            "keycloak",
            "application-requests-service",
            "statistics-service",
            "report-service");
  }

  @Test
  void nobody_else_is_given_its_address() {
    String example = Repository.text("deploy/compose/.env.example");
    String own = only("^GATEWAY_ADDRESS=(\\d+\\.\\d+\\.\\d+\\.\\d+)$", example);
    String neighbours = only("^GATEWAY_NEIGHBOURS=(.*)/29$", example);
    String network = only("^GATEWAY_NETWORK=(.*)/28$", example);

    // Sixteen addresses, of which the second half is the others'.
    assertThat(number(own)).isBetween(number(network) + 2, number(neighbours) - 1);
    assertThat(number(neighbours)).isEqualTo(number(network) + 8);
    assertThat(COMPOSE.at("/networks/front/ipam/config/0/ip_range").asText())
        .startsWith("${GATEWAY_NEIGHBOURS:?");
  }

  private static long number(String address) {
    long number = 0;
    for (String part : address.split("\\.")) {
      number = number * 256 + Long.parseLong(part);
    }
    return number;
  }

  @Test
  void it_has_no_rights_and_writes_nothing() {
    assertThat(GATEWAY.path("read_only").asBoolean()).isTrue();
    assertThat(GATEWAY.at("/cap_drop/0").asText()).isEqualTo("ALL");
    // The official image doesn't start without it (caddy-docker 396), and no other is given.
    assertThat(GATEWAY.path("cap_add")).hasSize(1);
    assertThat(GATEWAY.at("/cap_add/0").asText()).isEqualTo("NET_BIND_SERVICE");
    assertThat(GATEWAY.path("user").asText()).isEqualTo("10001:10001");
    assertThat(CADDYFILE).contains("admin off");
  }

  /** Ports of the machine, and those of the container that they lead to. */
  private static Map<Integer, Integer> published() {
    Map<Integer, Integer> published = new TreeMap<>();
    GATEWAY
        .path("ports")
        .forEach(
            port ->
                matches("}:(\\d+):(\\d+)$", port.asText())
                    .forEach(
                        match ->
                            published.put(
                                Integer.valueOf(match.group(1)), Integer.valueOf(match.group(2)))));
    return published;
  }
}
