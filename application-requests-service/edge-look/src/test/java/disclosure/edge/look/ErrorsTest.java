package disclosure.edge.look;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.Fault;
import disclosure.edge.InputFault;
import disclosure.edge.look.Field.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorsTest {

  private static final List<Fault> FAULTS =
      List.of(InputFault.REQUIRED.at("channel"), InputFault.WRONG_FORM.at("other"));

  @Test
  void a_fault_leads_to_its_field_and_one_of_no_field_is_told_as_well() {
    Field channel =
        Field.of(Kind.CHOICE, "channel", "申请渠道", "").wrong(Errors.at("channel", FAULTS));

    assertThat(Errors.of(List.of(channel), FAULTS).entries())
        .containsExactly(new Errors.Entry("channel", "申请渠道：必须填写"), new Errors.Entry("", "格式有误"));
    assertThat(channel.described()).isEqualTo("channel-error");
    assertThat(channel.hinting("信封上的").described()).isEqualTo("channel-hint channel-error");
  }

  @Test
  void what_stands_in_the_way_is_linked() {
    Fault taken = InputFault.WRONG_FORM.at("number").heldBy("/applications/1");

    Errors told =
        Errors.of(List.of(), List.of(taken, FAULTS.get(0)))
            .leading(List.of(taken, FAULTS.get(0)), "/register", "查看");

    assertThat(told.entries())
        .last()
        .isEqualTo(new Errors.Entry("/register/applications/1", "查看"))
        .extracting(Errors.Entry::href)
        .isEqualTo("/register/applications/1");
    assertThat(new Errors.Entry("channel", "申请渠道：必须填写").href()).isEqualTo("#channel");
  }

  @Test
  void without_faults_there_are_no_errors() {
    assertThat(Errors.of(List.of(Field.of(Kind.LINE, "a", "甲", "")), List.of()).any()).isFalse();
  }
}
