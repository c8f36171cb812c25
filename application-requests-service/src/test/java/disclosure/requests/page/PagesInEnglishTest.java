package disclosure.requests.page;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.wording.WordingRules;
import disclosure.requests.application.BrokenRule;
import disclosure.requests.application.note.DeliveryWay;
import disclosure.requests.application.note.InformationForm;
import disclosure.requests.application.note.OtherHandlingReason;
import disclosure.requests.application.note.ThirdPartyOpinion;
import disclosure.requests.clock.ClockWarning;
import disclosure.requests.clock.PauseReason;
import disclosure.requests.clock.Timeliness;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.DisputeResult;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.OutcomeCategory;
import disclosure.requests.contract.StepType;
import disclosure.requests.dispute.DisputeStepType;
import disclosure.requests.fee.FeeBasis;
import disclosure.requests.personaldata.MaskedApplicant;
import disclosure.requests.store.format.StepFormat;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages of the register say, and that there is English for all of it. */
class PagesInEnglishTest {

  private static final String TYPED = "read where it was typed";
  private static final String BESIDE = "has its English beside it";
  private static final String TAKEN_OUT = "is taken out of a Chinese sentence";

  private static final Map<String, String> KEPT =
      Map.ofEntries(
          entry("(\\d{1,2})[月./-](\\d{1,2})日?", TYPED),
          entry("(\\d{1,2})日?", TYPED),
          entry("[\\s,，\\u3000]+", TYPED),
          entry("[至到~—–]+", TYPED),
          entry("[+\\d\\s()（）-]+", TYPED),
          entry("休息", TYPED),
          entry("节假日", TYPED),
          entry("补班", TYPED),
          entry("调休", TYPED),
          entry("调休上班日", TYPED),
          entry("地方性节假日", TYPED),
          entry("上班", "is written as it is typed, and worded where it is told"),
          entry("放假", "is written as it is typed, and worded where it is told"),
          entry("至", "is written as it is typed"),
          entry("月", "is written as it is typed"),
          entry("日", "is written as it is typed"),
          entry("^申请人", TAKEN_OUT),
          entry("格式 YYYY-MM-DD", TAKEN_OUT),
          entry("应为申请页面的网址或者标识、机关代码、年份或者编号，不得填写姓名、证件号码", BESIDE),
          entry("应为2、4或者6位数字", BESIDE),
          entry("起没有读：前面已经多于全年的天数", BESIDE),
          entry("过长", BESIDE),
          entry("应写明日期、放假或者上班、所属节日", BESIDE),
          entry("不是实际存在的日期", BESIDE),
          entry("起止日期颠倒，或者相隔过长", BESIDE),
          entry("第二项应为放假或者上班", BESIDE),
          entry("is neither 放假 nor 上班", "names what is typed"),
          entry("第", BESIDE),
          entry("行", BESIDE),
          entry("”：", BESIDE));

  private final WordingRules rules =
      new WordingRules(Path.of(""), Set.of("disclosure/requests/page"), saidOfTheDomain(), KEPT);

  @Test
  void all_that_pages_say_has_its_english() {
    assertThat(rules.missing()).isEmpty();
    assertThat(rules.bare()).isEmpty();
  }

  @Test
  void nothing_is_kept_that_no_page_says() {
    assertThat(rules.unused()).isEmpty();
    assertThat(rules.keptForNothing()).isEmpty();
  }

  @Test
  void both_languages_have_the_same_parts() {
    assertThat(rules.unlike()).isEmpty();
    assertThat(rules.disorder()).isEmpty();
  }

  private static Set<String> saidOfTheDomain() {
    return Stream.of(
            labels(Outcome.values(), Outcome::label),
            labels(Outcome.values(), Outcome::legalBasis),
            labels(OutcomeCategory.values(), OutcomeCategory::label),
            labels(OutcomeCategory.values(), OutcomeCategory::number),
            labels(ApplicantType.values(), ApplicantType::label),
            labels(ApplicationStatus.values(), ApplicationStatus::label),
            labels(Channel.values(), Channel::label),
            labels(DisputeKind.values(), DisputeKind::label),
            labels(DisputeResult.values(), DisputeResult::label),
            labels(DisputeStepType.values(), DisputeStepType::label),
            labels(OrganKind.values(), OrganKind::label),
            labels(StepType.values(), StepType::label),
            labels(DeliveryWay.values(), DeliveryWay::label),
            labels(InformationForm.values(), InformationForm::label),
            labels(OtherHandlingReason.values(), OtherHandlingReason::label),
            labels(ThirdPartyOpinion.values(), ThirdPartyOpinion::label),
            labels(FeeBasis.values(), FeeBasis::label),
            labels(Timeliness.values(), Timeliness::label),
            labels(ClockWarning.values(), ClockWarning::article),
            labels(PauseReason.values(), PauseReason::term),
            labels(PauseReason.values(), PauseReason::afterwards),
            labels(PauseReason.values(), PauseReason::article),
            labels(BrokenRule.values(), rule -> rule.article().orElse("")),
            Stream.of("%s%s", MaskedApplicant.UNREADABLE, StepFormat.FORGOTTEN))
        .flatMap(Function.identity())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.toSet());
  }

  private static <T> Stream<String> labels(T[] all, Function<T, String> label) {
    return Stream.of(all).map(label);
  }
}
