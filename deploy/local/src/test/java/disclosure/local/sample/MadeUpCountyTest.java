package disclosure.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MadeUpCountyTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 7, 16);
  private static final List<ObjectNode> APPLICATIONS = new MadeUpCounty(TODAY).applications();

  @Test
  void it_has_twelve_organs_and_three_years_of_applications_each_marked_as_made_up() {
    assertThat(MadeUpCounty.organs())
        .hasSize(12)
        .allSatisfy(organ -> assertThat(organ.name()).endsWith("（示例）"))
        .allSatisfy(organ -> assertThat(organ.code().value()).startsWith("11990021"))
        .extracting(MadeUpCounty.Organ::code)
        .doesNotHaveDuplicates();
    assertThat(APPLICATIONS)
        .hasSizeBetween(2000, 4000)
        .allSatisfy(one -> assertThat(one.get("subject").asText()).endsWith("（示例）"))
        .extracting(one -> one.get("organCode").asText() + one.get("sourceReference").asText())
        .doesNotHaveDuplicates();
    assertThat(
            APPLICATIONS.stream()
                .map(one -> one.get("receivedOn").asText().substring(0, 4))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
        .containsOnlyKeys("2024", "2025", "2026")
        .allSatisfy((year, count) -> assertThat(count).isGreaterThan(500));
  }

  @Test
  void it_is_the_same_whenever_it_is_made_but_for_what_has_not_happened() {
    assertThat(new MadeUpCounty(TODAY).applications()).isEqualTo(APPLICATIONS);
    Map<String, ObjectNode> later =
        new MadeUpCounty(TODAY.plusDays(30))
            .applications().stream()
                .collect(Collectors.toMap(MadeUpCountyTest::key, Function.identity()));
    assertThat(APPLICATIONS)
        .allSatisfy(
            one -> {
              ObjectNode then = later.get(key(one));
              assertThat(then.get("subject")).isEqualTo(one.get("subject"));
              for (int i = 0; i < one.get("steps").size(); i++) {
                assertThat(then.get("steps").get(i)).isEqualTo(one.get("steps").get(i));
              }
            });
  }

  @Test
  void nothing_in_it_lies_ahead_and_steps_stand_in_their_order() {
    assertThat(APPLICATIONS)
        .allSatisfy(
            one -> {
              LocalDate last = LocalDate.parse(one.get("receivedOn").asText());
              for (var step : one.get("steps")) {
                LocalDate on = LocalDate.parse(step.get("on").asText());
                assertThat(on).isAfterOrEqualTo(last);
                last = on;
              }
              assertThat(last).isBefore(TODAY);
            });
  }

  @Test
  void some_are_open_and_some_are_extended() {
    long open = APPLICATIONS.stream().filter(one -> one.get("steps").isEmpty()).count();
    assertThat(open).isBetween(20L, 200L);
    assertThat(APPLICATIONS).anyMatch(one -> one.get("steps").toString().contains("EXTENDED"));
  }

  private static String key(ObjectNode one) {
    return one.get("organCode").asText() + one.get("sourceReference").asText();
  }
}
