package disclosure.edge.look;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.Expected;
import disclosure.edge.Fault;
import disclosure.edge.InputFault;
import disclosure.edge.look.Field.Kind;
import disclosure.edge.page.PageLanguage;
import java.util.List;
import java.util.Locale;
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
  void what_is_no_choice_is_told_in_the_words_of_the_list() {
    Fault none = InputFault.NOT_ONE_OF.at("view", Expected.oneOf("due", "all"));
    Field view =
        Field.of(Kind.CHOICE, "view", "显示", "none")
            .choosing(
                List.of(
                    new Field.Group(
                        "",
                        List.of(
                            new Field.Option("due", "待办", false),
                            new Field.Option("all", "全部", false),
                            new Field.Option("", "不限", true)))));

    assertThat(view.wrong(List.of(none)).error()).isEqualTo("请从列表中选择：“待办”、“全部”");
    assertThat(PageLanguage.in(Locale.ENGLISH, () -> view.wrong(List.of(none)).error()))
        .isEqualTo("Choose from the list: “待办”, “全部”");
    assertThat(view.wrong(List.of(InputFault.REQUIRED.at("view"))).error()).isEqualTo("必须填写");
    assertThat(Field.of(Kind.LINE, "view", "显示", "").wrong(List.of(none)).error())
        .isEqualTo("应为 due 或 all");
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
