package disclosure.acceptance.deployment;

import static disclosure.acceptance.deployment.Repository.names;
import static disclosure.acceptance.deployment.Repository.only;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The collector of traces, and what the services are told of it. */
class CollectorTest {

  private static final JsonNode COMPOSE = Repository.yaml("deploy/compose/traces.yaml");
  private static final JsonNode WHOLE = Repository.yaml("deploy/compose/compose.yaml");
  private static final JsonNode COLLECTOR = Repository.yaml("deploy/observability/collector.yaml");

  @ParameterizedTest
  @EnumSource
  void a_service_sends_where_the_collector_listens_as_it_does_and_by_variables_that_it_reads(
      Service service) {
    String name = service.folder();
    assertThat(names(WHOLE.path("services"))).contains(name);
    JsonNode environment = COMPOSE.path("services").path(name).path("environment");

    assertThat(service.variables().keySet()).containsAll(names(environment));
    assertThat(environment.path("OTEL_SDK_DISABLED").asText()).isEqualTo("false");
    String protocol = environment.path("OTEL_EXPORTER_OTLP_PROTOCOL").asText();
    String listens = COLLECTOR.at("/receivers/otlp/protocols/" + protocol + "/endpoint").asText();
    String port = only(":(\\d+)$", listens);
    assertThat(environment.path("OTEL_EXPORTER_OTLP_ENDPOINT").asText())
        .isEqualTo("http://collector:" + port);
    assertThat(service.variables().get("OTEL_EXPORTER_OTLP_PROTOCOL")).contains(protocol);
    assertThat(service.variables().get("OTEL_EXPORTER_OTLP_ENDPOINT").orElseThrow())
        .endsWith(":" + port);
  }

  @Test
  void the_collector_has_its_file_and_what_that_names() {
    JsonNode collector = COMPOSE.at("/services/collector");
    assertThat(collector.at("/volumes/0").asText())
        .startsWith("../observability/collector.yaml:")
        .contains(only("--config=(.*)", collector.at("/command/0").asText()));
    assertThat(COLLECTOR.at("/exporters/otlp/endpoint").asText())
        .isEqualTo("${env:" + names(collector.path("environment")).iterator().next() + "}");
    for (String part : new String[] {"receivers", "processors", "exporters"}) {
      assertThat(COLLECTOR.at("/service/pipelines/traces/" + part))
          .isNotEmpty()
          .allSatisfy(
              used ->
                  assertThat(names(COLLECTOR.path(part)))
                      .as(part.toUpperCase(Locale.ROOT))
                      .contains(used.asText()));
    }
  }

  @Test
  void it_takes_less_memory_than_it_may() {
    int may =
        Integer.parseInt(only("(\\d+)m", COMPOSE.at("/services/collector/mem_limit").asText()));
    assertThat(COLLECTOR.at("/processors/memory_limiter/limit_mib").asInt()).isLessThan(may);
  }
}
