package disclosure.requests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormRowTest {

  /** Table three as issued with 国办公开办函〔2021〕30号. */
  private static final String FORM =
      """
      一 NEWLY_RECEIVED 本年新收政府信息公开申请数量
      二 CARRIED_IN 上年结转政府信息公开申请数量
      三（一） DISCLOSED 予以公开
      三（二） PARTIALLY_DISCLOSED 部分公开（区分处理的，只计这一情形，不计其他情形）
      三（三）1 STATE_SECRET 属于国家秘密
      三（三）2 PROHIBITED_BY_LAW 其他法律行政法规禁止公开
      三（三）3 THREE_SECURITIES_ONE_STABILITY 危及“三安全一稳定”
      三（三）4 THIRD_PARTY_RIGHTS 保护第三方合法权益
      三（三）5 INTERNAL_AFFAIRS 属于三类内部事务信息
      三（三）6 PROCESS_INFORMATION 属于四类过程性信息
      三（三）7 ENFORCEMENT_CASE_FILE 属于行政执法案卷
      三（三）8 ADMINISTRATIVE_INQUIRY 属于行政查询事项
      三（四）1 NOT_HELD 本机关不掌握相关政府信息
      三（四）2 REQUIRES_CREATION 没有现成信息需要另行制作
      三（四）3 STILL_UNCLEAR_AFTER_CORRECTION 补正后申请内容仍不明确
      三（五）1 PETITION_OR_COMPLAINT 信访举报投诉类申请
      三（五）2 DUPLICATE_APPLICATION 重复申请
      三（五）3 PUBLISHED_MATERIAL 要求提供公开出版物
      三（五）4 EXCESSIVE_WITHOUT_REASON 无正当理由大量反复申请
      三（五）5 CONFIRMATION_OR_REISSUE 要求行政机关确认或重新出具已获取信息
      三（六）1 CORRECTION_OVERDUE 申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
      三（六）2 FEE_OVERDUE 申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请
      三（六）3 OTHER_HANDLING 其他
      三（七） CONCLUDED 总计
      四 CARRIED_OUT 结转下年度继续办理
      """;

  @Test
  void the_25_rows_have_the_order_numbers_and_words_of_the_form() {
    assertThat(FormRow.values())
        .extracting(row -> row.number() + " " + row.name() + " " + row.label())
        .containsExactlyElementsOf(FORM.lines().toList());
  }

  @Test
  void the_six_columns_have_the_order_and_words_of_the_form() {
    assertThat(ApplicantType.values())
        .extracting(ApplicantType::label)
        .containsExactly("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他");
    assertThat(Arrays.stream(ApplicantType.values()).filter(ApplicantType::isOrganization))
        .hasSize(5)
        .doesNotContain(ApplicantType.NATURAL_PERSON);
  }

  @ParameterizedTest
  @EnumSource
  void an_outcome_is_counted_in_the_row_of_its_name(Outcome outcome) {
    FormRow row = FormRow.of(outcome);

    assertThat(row.name()).isEqualTo(outcome.name());
    assertThat(row.outcome()).contains(outcome);
    assertThat(row.label()).isEqualTo(outcome.label());
    assertThat(outcome.legalBasis()).isNotBlank();
  }

  @Test
  void rows_without_an_outcome_are_the_carry_overs_the_receipts_and_the_sum() {
    assertThat(FormRow.outcomeRows()).hasSize(21).isSubsetOf(FormRow.values());
    assertThat(FormRow.values())
        .filteredOn(row -> row.outcome().isEmpty())
        .containsExactly(
            FormRow.NEWLY_RECEIVED, FormRow.CARRIED_IN, FormRow.CONCLUDED, FormRow.CARRIED_OUT);
  }

  @ParameterizedTest
  @EnumSource
  void a_category_numbers_its_outcomes_from_one_without_a_gap(OutcomeCategory category) {
    int[] ordinals =
        Arrays.stream(Outcome.values())
            .filter(outcome -> outcome.category() == category)
            .mapToInt(Outcome::ordinalInCategory)
            .toArray();

    int first = ordinals.length == 1 ? 0 : 1;
    for (int i = 0; i < ordinals.length; i++) {
      assertThat(ordinals[i]).isEqualTo(first + i);
    }
    assertThat(category.label()).isNotBlank();
  }
}
