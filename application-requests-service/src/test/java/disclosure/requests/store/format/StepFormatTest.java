package disclosure.requests.store.format;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.contract.StepType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepFormatTest {

  @ParameterizedTest
  @EnumSource(StepType.class)
  void a_step_without_its_texts_is_understood_as_before(StepType type) {
    String stored =
        """
        {"type":"%s","on":"2024-03-05","deadline":"2024-03-20","deliveredOn":"2024-03-06",
         "consultation":1,"coProducer":true,"workingDays":7,"approvedBy":"张三","deferredTo":"2024-04-01",
         "basis":"BY_ITEM","quantity":3,"amount":30.00,"outcome":"NOT_HELD",
         "consultationWaivedReason":"张三","specialLaw":"张三","applicantType":"NATURAL_PERSON",
         "dispute":"018e0f6a-6c1e-7d30-9c55-3f0c9f1f4a99","toOrgan":"11141124000000099J",
         "reason":"张三"}
        """
            .formatted(type);
    var content = StepFormat.parse(stored);
    assertThat(StepFormat.read(1, content)).isPresent();

    var without = StepFormat.withoutTexts(content);

    assertThat(without.toString()).doesNotContain("张三");
    var understood = StepFormat.write(StepFormat.read(1, without).orElseThrow());
    var before = StepFormat.write(StepFormat.read(1, content).orElseThrow());
    before
        .properties()
        .forEach(
            attribute -> {
              if (!attribute.getValue().asText().equals("张三")) {
                assertThat(understood.get(attribute.getKey())).isEqualTo(attribute.getValue());
              }
            });
  }

  @Test
  void of_what_is_not_known_yet_codes_organs_dates_and_numbers_stay() {
    var content =
        StepFormat.parse(
            """
            {"kind":"NEW_CODE","to":"11141124MB0T12345C","day":"2024-03-05","number":12,
             "note":"申请人张三","reason":"ZHANG","inner":[{"note":"141124199001011234","yes":true}]}
            """
                .replace("11141124MB0T12345C", disclosure.edge.testing.TestOrgans.OFFICE));

    var without = StepFormat.withoutTexts(content);

    assertThat(without.get("kind").asText()).isEqualTo("NEW_CODE");
    assertThat(without.get("to").asText()).isEqualTo(disclosure.edge.testing.TestOrgans.OFFICE);
    assertThat(without.get("day").asText()).isEqualTo("2024-03-05");
    assertThat(without.get("number").asInt()).isEqualTo(12);
    assertThat(without.get("inner").get(0).get("yes").asBoolean()).isTrue();
    assertThat(without.toString()).doesNotContain("张三", "ZHANG", "141124199001011234");
  }

  /** Of a release that comes, whose bounds nobody knows. */
  @Test
  void a_long_text_takes_no_more_of_the_stack_than_a_short_one() {
    String note = "A" + "_A".repeat(200_000);
    var content = StepFormat.parse("{\"note\":\"" + note + "!\",\"kind\":\"" + note + "\"}");

    var without = StepFormat.withoutTexts(content);

    assertThat(without.get("note").asText()).isEqualTo(StepFormat.FORGOTTEN);
    assertThat(without.get("kind").asText()).isEqualTo(note);
  }
}
