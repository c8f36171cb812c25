package disclosure.requests.clock;

import static disclosure.requests.application.Histories.*;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.application.Application;
import disclosure.requests.application.NewStep;
import disclosure.requests.application.Receipt;
import disclosure.requests.application.step.ReasonsGiven;
import disclosure.requests.application.step.Step;
import disclosure.requests.calendar.RegionalHolidays;
import disclosure.requests.calendar.WorkingDayCalendar;
import disclosure.requests.clock.ClockEntry.ClockDayKind;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Outcome;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountTest {

  private WorkingDayCalendar calendar = WorkingDayCalendar.bundled();

  private List<ClockEntry> on(LocalDate today, Receipt receipt, Step... steps) {
    StatutoryClock clock = new StatutoryClock(calendar, ClockPolicies.DEFAULTS);
    return clock
        .read(
            Application.received(
                receipt, Arrays.stream(steps).map(NewStep::of).toList(), clock, today),
            today)
        .entries();
  }

  private static LocalDate april(int day) {
    return LocalDate.of(2024, 4, day);
  }

  private static String told(List<ClockEntry> entries, LocalDate day) {
    return String.join(
        "; ",
        entries.stream()
            .filter(entry -> entry.date().equals(day))
            .map(entry -> entry.text().zh() + " " + entry.article())
            .toList());
  }

  private static long days(List<ClockEntry> entries, ClockDayKind kind) {
    return entries.stream().filter(entry -> entry.kind() == kind).count();
  }

  @Test
  void every_day_from_receipt_to_the_due_date_is_told_once() {
    List<ClockEntry> entries = on(march(4), receipt(march(4)));
    assertThat(days(entries, ClockDayKind.COUNTED)).isEqualTo(20);
    assertThat(days(entries, ClockDayKind.REST_DAY)).isEqualTo(8);
    assertThat(days(entries, ClockDayKind.EVENT)).isEqualTo(1);
    assertThat(days(entries, ClockDayKind.DUE)).isEqualTo(1);
    assertThat(entries).isSortedAccordingTo((a, b) -> a.date().compareTo(b.date()));
    assertThat(told(entries, march(4))).isEqualTo("收到申请 《条例》第三十一条");
    assertThat(told(entries, march(5))).isEqualTo("第1个工作日，共20个（工作日） 《条例》第三十三条第二款");
    assertThat(told(entries, march(9))).isEqualTo("周末休息日 《全国年节及纪念日放假办法》");
    assertThat(told(entries, april(1)))
        .isEqualTo("第20个工作日，共20个（工作日） 《条例》第三十三条第二款; 答复期限届满 《条例》第三十三条第二款");
    assertThat(entries.get(1).text().en()).isEqualTo("working day 1 of 20 (working day)");
    assertThat(entries.get(entries.size() - 1).text().en()).isEqualTo("last day for the answer");
    assertThat(entries).extracting(ClockEntry::calendarVersion).containsOnly("2024-1");
  }

  @Test
  void the_account_is_in_the_order_of_the_days() {
    List<ClockEntry> entries =
        on(april(30), receipt(march(4)), correctionRequested(march(8), march(29)));
    assertThat(entries)
        .isSortedAccordingTo(
            Comparator.comparing(ClockEntry::date).thenComparing(ClockEntry::kind));
    assertThat(entries.get(0).kind()).isEqualTo(ClockDayKind.EVENT);
    assertThat(told(entries, march(8))).startsWith("通知补正，期限中止 《条例》第三十条; 第4个工作日");
  }

  @Test
  void holidays_and_make_up_days_are_named() {
    List<ClockEntry> entries = on(april(1), receipt(march(18)));
    assertThat(told(entries, april(4))).isEqualTo("节假日（清明节） 《全国年节及纪念日放假办法》");
    assertThat(told(entries, april(7))).isEqualTo("第13个工作日，共20个（调休上班日） 《条例》第三十三条第二款");
  }

  @Test
  void regional_holidays_are_told() {
    calendar = calendar.in(new RegionalHolidays("宁夏", "2024-1", Set.of(april(10)), Set.of()));
    List<ClockEntry> entries = on(april(1), receipt(march(18)));
    assertThat(told(entries, april(10))).isEqualTo("地方性节假日 《全国年节及纪念日放假办法》");
    assertThat(entries).extracting(ClockEntry::calendarVersion).containsOnly("2024-1@宁夏:2024-1");
  }

  @Test
  void a_receipt_on_a_day_off_is_told() {
    List<ClockEntry> entries = on(march(11), receipt(march(9)));
    assertThat(told(entries, march(9))).isEqualTo("收到申请 《条例》第三十一条");
    assertThat(told(entries, march(11))).isEqualTo("视为收到（2024-03-09收到，当日为休息日，顺延至本日） 《民法典》第二百零三条");
    assertThat(told(entries, march(12))).startsWith("第1个工作日");
  }

  @Test
  void the_days_of_a_pause_are_told_with_their_reason() {
    List<ClockEntry> entries =
        on(
            march(14),
            receipt(march(4)),
            thirdPartyConsulted(march(6)),
            thirdPartyReplied(march(11)));
    assertThat(told(entries, march(6)))
        .isEqualTo("征求第三方意见，最迟2024-03-27反馈 《条例》第三十二条; 第2个工作日，共20个（工作日） 《条例》第三十三条第二款");
    assertThat(told(entries, march(7))).isEqualTo("不计入期限：征求第三方意见 《条例》第三十三条第三款");
    assertThat(told(entries, march(9))).startsWith("周末休息日");
    assertThat(told(entries, march(11))).isEqualTo("收到第三方意见 《条例》第三十二条; 不计入期限：征求第三方意见 《条例》第三十三条第三款");
    assertThat(told(entries, march(12))).startsWith("第3个工作日");
    assertThat(days(entries, ClockDayKind.PAUSED)).isEqualTo(3);
    assertThat(entries)
        .filteredOn(entry -> entry.kind() == ClockDayKind.PAUSED)
        .extracting(entry -> entry.text().en())
        .containsOnly("not counted: consulting a third party");
  }

  @Test
  void while_the_clock_waits_the_account_ends_today() {
    List<ClockEntry> entries = on(march(8), receipt(march(4)), otherOrganConsulted(march(6)));
    assertThat(days(entries, ClockDayKind.DUE)).isZero();
    assertThat(entries.get(entries.size() - 1).date()).isEqualTo(march(8));
    assertThat(told(entries, march(8))).isEqualTo("不计入期限：征求其他机关意见 《条例》第三十三条第三款");
  }

  @Test
  void the_time_before_a_restart_is_told_too() {
    List<ClockEntry> entries =
        on(
            march(20),
            receipt(march(4)),
            correctionRequested(march(6), march(28)),
            correctionReceived(march(9)));
    assertThat(told(entries, march(5))).startsWith("第1个工作日");
    assertThat(told(entries, march(6))).startsWith("通知补正，期限中止 《条例》第三十条; 第2个工作日");
    assertThat(told(entries, march(7))).isEqualTo("不计入期限：等待申请人补正 《条例》第三十条");
    assertThat(told(entries, march(9))).isEqualTo("收到补正，答复期限重新计算 《条例》第三十条; 周末休息日 《全国年节及纪念日放假办法》");
    assertThat(told(entries, march(11))).startsWith("视为收到（2024-03-09收到，当日为休息日，顺延至本日）");
    assertThat(told(entries, march(12))).startsWith("第1个工作日，共20个");
    assertThat(days(entries, ClockDayKind.COUNTED)).isGreaterThanOrEqualTo(22);
  }

  @Test
  void a_late_notice_to_correct_is_told() {
    assertThat(
            told(
                on(march(20), receipt(march(4)), correctionRequested(march(14), march(28))),
                march(14)))
        .startsWith("通知补正已逾7个工作日，期限照常计算 《条例》第三十条");
  }

  @Test
  void every_step_is_told() {
    List<ClockEntry> entries =
        on(
            april(30),
            receipt(march(4)),
            extended(march(5), 3),
            coProducerConsulted(march(6)),
            otherOrganReplied(march(7)),
            otherOrganConsulted(march(8)),
            otherOrganReplied(march(11)),
            reasonsRequested(march(12)),
            new ReasonsGiven(march(13), Optional.of(march(30))),
            feeNotified(march(14), 100),
            feePaid(march(15), 99),
            feePaid(march(18), 1),
            concluded(march(19), Outcome.DISCLOSED),
            reclassified(march(20), ApplicantType.OTHER_ORGANIZATION),
            voided(march(21)));
    assertThat(told(entries, march(5))).startsWith("延长答复期限3个工作日 《条例》第三十三条第二款");
    assertThat(told(entries, march(6))).startsWith("征求共同制作机关意见，最迟2024-03-27反馈，逾期视为同意 《条例》第三十四条");
    assertThat(told(entries, march(7))).startsWith("收到其他机关意见 《条例》第三十三条第三款");
    assertThat(told(entries, march(8))).startsWith("征求其他机关意见 《条例》第三十三条第三款");
    assertThat(told(entries, march(12))).startsWith("要求申请人说明理由 《条例》第三十五条");
    assertThat(told(entries, march(13)))
        .startsWith("申请人说明理由 《条例》第三十五条; 告知申请人延迟至2024-04-01答复 《条例》第三十五条");
    assertThat(told(entries, march(14))).startsWith("发出收费通知 国办函〔2020〕109号第六条");
    assertThat(told(entries, march(15))).startsWith("缴纳部分费用 国办函〔2020〕109号第七条");
    assertThat(told(entries, march(18))).startsWith("费用缴清，答复期限自次日起重新计算 国办函〔2020〕109号第七条");
    assertThat(told(entries, march(19))).startsWith("办结：予以公开 《条例》第三十六条第（一）、（二）项");
    assertThat(told(entries, march(21))).startsWith("作废");
    assertThat(entries)
        .filteredOn(entry -> entry.kind() == ClockDayKind.EVENT)
        .hasSize(14)
        .allSatisfy(entry -> assertThat(entry.text().en()).matches("[ -~]+"));
  }

  @Test
  void what_came_too_late_is_told() {
    assertThat(told(on(april(3), receipt(march(4)), feeNotified(april(2), 100)), april(2)))
        .isEqualTo("发出收费通知 国办函〔2020〕109号第六条; 收费通知晚于答复期限 国办函〔2020〕109号第六条");
    assertThat(told(on(april(3), imported(march(4)), extended(april(2), 20)), april(2)))
        .isEqualTo("延期告知晚于答复期限，不予计入 《条例》第三十三条第二款");
  }

  @Test
  void warnings_pauses_and_verdicts_have_their_words() {
    assertThat(ClockWarning.values())
        .allSatisfy(
            warning -> {
              assertThat(warning.text().zh()).matches(".*\\p{IsHan}.*");
              assertThat(warning.article()).isNotBlank();
            });
    assertThat(PauseReason.values())
        .allSatisfy(
            reason -> {
              assertThat(reason.text().zh()).matches(".*\\p{IsHan}.*");
              assertThat(reason.article()).isNotBlank();
            });
    assertThat(Timeliness.values())
        .extracting(Timeliness::label)
        .containsExactly("期限内", "超期未办结", "按期办结", "逾期办结", "已作废");
  }
}
