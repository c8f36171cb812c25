package disclosure.requests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The codes stand for the words of the law and the form. */
class CodesTest {

  @Test
  void the_six_categories_of_outcomes_have_the_numbers_and_words_of_the_form() {
    assertThat(OutcomeCategory.values())
        .extracting(category -> category.number() + category.label())
        .containsExactly("（一）予以公开", "（二）部分公开", "（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理");
    assertThat(Outcome.NOT_HELD.category()).isEqualTo(OutcomeCategory.UNABLE_TO_PROVIDE);
    assertThat(Outcome.ADMINISTRATIVE_INQUIRY.category()).isEqualTo(OutcomeCategory.REFUSED);
  }

  @Test
  void disputes_have_the_words_of_table_four_in_its_order() {
    assertThat(DisputeKind.values())
        .extracting(DisputeKind::label)
        .containsExactly("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）");
    assertThat(DisputeResult.values())
        .extracting(DisputeResult::label)
        .containsExactly("结果维持", "结果纠正", "其他结果");
  }

  @Test
  void an_application_s_way_is_told_in_words() {
    assertThat(Channel.values())
        .extracting(Channel::label)
        .containsExactly("当面", "邮寄", "网络", "传真", "电子邮件");
    assertThat(ApplicationStatus.values())
        .extracting(ApplicationStatus::label)
        .containsExactly("办理中", "待补正", "征求意见中", "待说明理由", "待缴费", "已办结", "已作废");
    assertThat(StepType.values()).hasSize(17);
    assertThat(StepType.EXTENDED.label()).isEqualTo("延长答复期限");
    assertThat(OrganKind.values())
        .extracting(OrganKind::label)
        .containsExactly("人民政府", "部门", "乡镇、街道", "其他");
  }
}
