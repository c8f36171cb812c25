package disclosure.requests.page.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import disclosure.edge.page.PostedForm;
import disclosure.requests.contract.StepType;
import disclosure.requests.registration.ApplicationRequest;
import disclosure.requests.steps.StepAttribute;
import disclosure.requests.steps.StepRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormJsonTest {

  private final StringJoiner form = new StringJoiner("&");

  @Test
  void each_value_has_the_form_that_a_program_gives_it() {
    fill("on", " 2026年3月2日 ");
    fill("deliveredOn", "20260303");
    fill("basis", "BY_PAGE");
    fill("quantity", "30");
    fill("amount", "40.50");

    assertThat(json(StepType.FEE_NOTIFIED))
        .isEqualTo(
            "{\"on\":\"2026-03-02\",\"deliveredOn\":\"2026-03-03\",\"basis\":\"BY_PAGE\","
                + "\"quantity\":30,\"amount\":40.50}");
  }

  @Test
  void days_and_numbers_are_read_as_clerks_type_them() {
    fill("on", "２０２６．３．２");
    fill("deliveredOn", "２０２６年３月３日");
    fill("basis", "BY_PAGE");
    fill("quantity", "３０ 页");
    fill("amount", "￥１，０４０.50元");

    assertThat(json(StepType.FEE_NOTIFIED))
        .isEqualTo(
            "{\"on\":\"2026-03-02\",\"deliveredOn\":\"2026-03-03\",\"basis\":\"BY_PAGE\","
                + "\"quantity\":30,\"amount\":1040.50}");
  }

  @Test
  void what_may_mean_something_else_stays_to_be_refused() {
    fill("on", "3/2");
    fill("deliveredOn", "46083");
    fill("basis", "BY_PAGE");
    fill("quantity", "3 0");
    fill("amount", "1.040,50.5");

    assertThat(json(StepType.FEE_NOTIFIED))
        .isEqualTo(
            "{\"on\":\"3/2\",\"deliveredOn\":\"46083\",\"basis\":\"BY_PAGE\","
                + "\"quantity\":\"3 0\",\"amount\":\"1.040,50.5\"}");
  }

  @Test
  void what_is_left_empty_is_absent_and_what_is_no_number_stays_to_be_refused() {
    fill("on", "昨天");
    fill("workingDays", "二十");
    fill("approvedBy", "  ");

    assertThat(json(StepType.EXTENDED)).isEqualTo("{\"on\":\"昨天\",\"workingDays\":\"二十\"}");
  }

  @Test
  void numbers_are_taken_in_any_width_and_with_separators_in_threes_alone() {
    fill("on", "2026-03-02");
    fill("quantity", "３０");
    fill("amount", "1,2");
    assertThat(json(StepType.FEE_NOTIFIED))
        .isEqualTo("{\"on\":\"2026-03-02\",\"quantity\":30,\"amount\":\"1,2\"}");
  }

  @Test
  void an_object_is_made_of_the_fields_below_its_name_and_a_list_of_those_of_one_name() {
    fill("on", "2026-03-02");
    fill("applicant.name", "张三<b>");
    fill("remove", "SUBJECT");
    fill("remove", "APPLICANT_CONTACT");
    fill("reason", "误填\r\n电话");

    assertThat(json(StepType.RECEIPT_CORRECTED))
        .isEqualTo(
            "{\"on\":\"2026-03-02\",\"reason\":\"误填\\n电话\",\"applicant\":{\"name\":\"张三<b>\"},"
                + "\"remove\":[\"SUBJECT\",\"APPLICANT_CONTACT\"]}");
  }

  @Test
  void persons_are_a_list_without_the_rows_that_were_left_empty() {
    fill("on", "2026-03-02");
    fill("applicant.jointApplicants[0].name", " ");
    fill("applicant.jointApplicants[1].name", "李四");
    fill("applicant.jointApplicants[3].contact", "139");
    fill("applicant.jointApplicants[20].name", " ");
    fill("applicant.agent.name", "钱某");

    assertThat(json(StepType.RECEIPT_CORRECTED))
        .isEqualTo(
            "{\"on\":\"2026-03-02\",\"applicant\":{\"jointApplicants\":[{\"name\":\"李四\"},"
                + "{\"contact\":\"139\"}],\"agent\":{\"name\":\"钱某\"}}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[20].name", "[-1].name", "[99999999].contact", "[x].name", "[0]"})
  void a_row_that_there_is_no_place_for_is_refused_and_not_left_out(String row) {
    fill("on", "2026-03-02");
    fill("applicant.jointApplicants" + row, "太多");

    assertTooMany("applicant.jointApplicants");
  }

  @Test
  void a_field_that_says_two_things_is_refused_and_one_that_says_it_twice_is_not() {
    fill("on", "2026-03-02");
    fill("on", " 2026-03-02");
    assertThat(json(StepType.CORRECTION_RECEIVED)).isEqualTo("{\"on\":\"2026-03-02\"}");

    fill("on", "2026-03-03");
    assertTooMany("on");
  }

  private void assertTooMany(String field) {
    assertThatThrownBy(() -> json(StepType.RECEIPT_CORRECTED))
        .isInstanceOfSatisfying(
            Refusal.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(400);
              assertThat(refused.faults())
                  .singleElement()
                  .satisfies(
                      fault -> {
                        assertThat(fault.code()).isEqualTo(InputFault.TOO_MANY_VALUES);
                        assertThat(fault.field()).isEqualTo(field);
                      });
            });
  }

  @Test
  void what_is_no_field_of_the_form_is_not_taken() {
    fill("on", "2026-03-02");
    fill("outcome", "DISCLOSED");

    assertThat(json(StepType.CORRECTION_RECEIVED)).isEqualTo("{\"on\":\"2026-03-02\"}");
  }

  @ParameterizedTest
  @EnumSource
  void everything_that_a_step_can_say_has_a_name(StepType type) {
    assertThat(StepAttribute.of(type))
        .extracting(StepAttribute::name)
        .filteredOn(name -> !Set.of("on", "corrects", "onBehalfOf", "dispute").contains(name))
        .filteredOn(name -> !name.equals("applicant"))
        .allSatisfy(name -> assertThat(Words.label(name)).as(name).isPresent());
  }

  @Test
  void what_must_be_said_is_what_the_reader_asks_for() {
    assertThat(required(StepType.CONCLUDED)).containsExactly("on", "outcome");
    assertThat(required(StepType.EXTENDED)).containsExactly("on", "workingDays");
    assertThat(required(StepType.FEE_NOTIFIED)).containsExactly("on", "basis", "amount");
    assertThat(StepAttribute.within(StepRequest.RightApplicant.class))
        .extracting(StepAttribute::longest)
        .containsExactly(0, 200, 64, 500, 0, 0);
    assertThat(StepAttribute.within(ApplicationRequest.class))
        .filteredOn(attribute -> attribute.name().equals("sourceReference"))
        .extracting(StepAttribute::longest)
        .containsExactly(128);
  }

  private static List<String> required(StepType type) {
    return StepAttribute.of(type).stream()
        .filter(attribute -> attribute.isRequired(type))
        .map(StepAttribute::name)
        .toList();
  }

  private void fill(String name, String value) {
    form.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  private String json(StepType type) {
    return new String(
        new FormJson(PostedForm.of(form.toString())).with(StepAttribute.of(type)).bytes(),
        StandardCharsets.UTF_8);
  }
}
