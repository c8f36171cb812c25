package disclosure.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContainerRecipeTest {

  @ParameterizedTest
  @EnumSource
  void the_base_image_has_a_full_tag_of_java_17(Service service) {
    assertThat(service.dockerfile())
        .containsPattern(
            "(?m)^ARG JAVA_IMAGE=docker\\.io/library/eclipse-temurin:17\\.\\d+\\.\\d+_\\d+-jre-\\w+$")
        .contains("\nFROM ${JAVA_IMAGE}\n");
  }

  @ParameterizedTest
  @EnumSource
  void the_user_is_a_number_and_not_root(Service service) {
    assertThat(Repository.only("^USER (\\d+):\\d+$", service.dockerfile())).isEqualTo("10001");
  }

  @ParameterizedTest
  @EnumSource
  void the_ports_are_the_service_s_own(Service service) {
    String port = Integer.toString(service.port());
    String management = Integer.toString(service.managementPort());

    assertThat(Repository.only("^EXPOSE (.+)$", service.dockerfile()))
        .isEqualTo(port + " " + management);
    assertThat(Repository.only("HTTP_PORT=(\\d+)", service.dockerfile())).isEqualTo(port);
    assertThat(Repository.only("MANAGEMENT_PORT=(\\d+)", service.dockerfile()))
        .isEqualTo(management);
  }

  @ParameterizedTest
  @EnumSource
  void the_layers_are_those_of_the_built_application(Service service) {
    assertThat(
            Repository.matches("^COPY target/quarkus-app/(\\S+) \\S+$", service.dockerfile())
                .map(match -> match.group(1)))
        .containsExactly("lib/", "quarkus-run.jar", "quarkus/", "app/");
    assertThat(Repository.text(service.folder() + "/.dockerignore").lines())
        .containsExactly("*", "!target/quarkus-app");
  }

  @ParameterizedTest
  @EnumSource
  void health_is_asked_where_the_service_answers_it(Service service) {
    assertThat(service.dockerfile())
        .contains("HEALTHCHECK", "/dev/tcp/127.0.0.1/$MANAGEMENT_PORT", "GET /q/health/ready ");
  }

  @Test
  void the_recipes_differ_by_the_ports_alone() {
    String requests = withoutPorts(Service.REQUESTS);

    assertThat(withoutPorts(Service.STATISTICS)).isEqualTo(requests);
    assertThat(withoutPorts(Service.REPORT)).isEqualTo(requests);
  }

  private static String withoutPorts(Service service) {
    return service
        .dockerfile()
        .replace(Integer.toString(service.port()), "PORT")
        .replace(Integer.toString(service.managementPort()), "MANAGEMENT");
  }
}
