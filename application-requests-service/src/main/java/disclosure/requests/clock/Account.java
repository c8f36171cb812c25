package disclosure.requests.clock;

import disclosure.requests.application.BilingualText;
import disclosure.requests.calendar.DayKind;
import disclosure.requests.calendar.WorkingDayCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells a timeline day by day: every day from receipt to the due date and what it counts for. */
final class Account {

  private final WorkingDayCalendar calendar;
  private final Timeline timeline;
  private final LocalDate asOf;
  private final List<ClockEntry> entries = new ArrayList<>();

  Account(WorkingDayCalendar calendar, Timeline timeline, LocalDate asOf) {
    this.calendar = calendar;
    this.timeline = timeline;
    this.asOf = asOf;
  }

  /**
   * By date; on a day first what happened, then what the day counts for, last whether it is the due
   * date.
   */
  List<ClockEntry> entries() {
    entries.addAll(timeline.notes().events());
    List<Period> periods = timeline.state().periods();
    for (int i = 0; i < periods.size(); i++) {
      if (i + 1 < periods.size()) {
        tell(periods.get(i), periods.get(i + 1).countedFrom());
      } else {
        tellLast(periods.get(i));
      }
    }
    entries.sort(Comparator.comparing(ClockEntry::date).thenComparing(ClockEntry::kind));
    return entries;
  }

  private void tellLast(Period period) {
    Optional<LocalDate> due = timeline.state().due(asOf).on();
    tell(period, due.orElse(asOf));
    due.ifPresent(
        day ->
            add(
                day,
                ClockEntry.ClockDayKind.DUE,
                "答复期限届满",
                "last day for the answer",
                period.answerTime().article()));
  }

  private void tell(Period period, LocalDate last) {
    int counted = 0;
    LocalDate day = period.countedFrom().plusDays(1);
    while (!day.isAfter(last) && counted < period.workingDays()) {
      Optional<Pause> pause = timeline.state().counting().pauseOn(day, asOf);
      if (!calendar.isWorkingDay(day)) {
        tellRestDay(day);
      } else if (pause.isPresent()) {
        BilingualText why = pause.get().reason().text();
        add(
            day,
            ClockEntry.ClockDayKind.PAUSED,
            "不计入期限：" + why.zh(),
            "not counted: " + why.en(),
            pause.get().reason().article());
      } else {
        counted++;
        tellCounted(day, counted, period);
      }
      day = day.plusDays(1);
    }
  }

  private void tellRestDay(LocalDate day) {
    String name = calendar.holidayOf(day).map(holiday -> "（" + holiday + "）").orElse("");
    add(
        day,
        ClockEntry.ClockDayKind.REST_DAY,
        calendar.kindOf(day).zh() + name,
        calendar.kindOf(day).en(),
        "《全国年节及纪念日放假办法》");
  }

  private void tellCounted(LocalDate day, int counted, Period period) {
    DayKind kind = calendar.kindOf(day);
    int all = period.workingDays();
    add(
        day,
        ClockEntry.ClockDayKind.COUNTED,
        "第" + counted + "个工作日，共" + all + "个（" + kind.zh() + "）",
        "working day " + counted + " of " + all + " (" + kind.en() + ")",
        period.answerTime().article());
  }

  private void add(
      LocalDate day, ClockEntry.ClockDayKind kind, String zh, String en, String article) {
    entries.add(
        new ClockEntry(
            day, kind, new BilingualText(zh, en), article, calendar.versionOf(day.getYear())));
  }
}
