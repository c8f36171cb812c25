package disclosure.requests.page.clock;

import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Wording;
import disclosure.requests.calendar.WorkingDayCalendar;
import disclosure.requests.clock.ClockEntry;
import disclosure.requests.clock.ClockReading;
import disclosure.requests.clock.Timeliness;
import disclosure.requests.page.form.Said;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statutory clock, explained.
 *
 * @param headline how it stands
 * @param late whether that is bad
 * @param sentences what else is to be known
 * @param events what happened to the clock
 * @param days the account, day by day
 */
public record ClockWords(
    String headline, boolean late, List<String> sentences, List<Line> events, List<Line> days) {

  /** One line of the account. */
  public record Line(String day, String text, String article) {

    private static Line of(ClockEntry entry) {
      return new Line(
          entry.date().toString(), Said.of(entry.text()), Said.constant(entry.article()));
    }
  }

  /** Of a reading, on the present day. */
  public static ClockWords of(ClockReading reading, WorkingDayCalendar calendar, LocalDate today) {
    return new ClockWords(
        headline(reading, calendar, today),
        reading.timeliness() == Timeliness.OVERDUE
            || reading.timeliness() == Timeliness.LATE
            || isOnlyWaiting(reading),
        sentences(reading, today),
        lines(reading, true),
        lines(reading, false));
  }

  private static String headline(
      ClockReading reading, WorkingDayCalendar calendar, LocalDate today) {
    String due = reading.dueOn().map(ChineseDates::of).orElse("");
    String state = Wording.of(reading.timeliness().label());
    return switch (reading.timeliness()) {
      case OPEN ->
          reading
              .dueOn()
              .map(
                  day ->
                      Wording.of(
                          "最迟应于%s答复，%s",
                          due, Due.left(calendar.workingDaysLeft(today, day), false)))
              .orElseGet(() -> stopped(reading));
      case OVERDUE ->
          Wording.of(
              "答复期限已于%s届满，%s",
              due, Due.left(calendar.workingDaysLeft(today, reading.dueOn().orElse(today)), true));
      case ON_TIME, LATE -> due.isEmpty() ? state : Wording.of("%s（答复期限为%s）", state, due);
      case VOIDED -> Wording.of("申请已作废或者移送，不再计算答复期限");
    };
  }

  private static String stopped(ClockReading reading) {
    return isOnlyWaiting(reading)
        ? Awaited.of(reading).stream()
            .filter(Awaited::passed)
            .map(passed -> Wording.of("%s，对方没有答复", passed.text()))
            .collect(Collectors.joining(Wording.of("；")))
        : Wording.of("答复期限中止：%s", Due.reason(reading));
  }

  /** Whether the clock stands still for somebody whose time is over. */
  private static boolean isOnlyWaiting(ClockReading reading) {
    return reading.timeliness() == Timeliness.OPEN
        && reading.dueOn().isEmpty()
        && !reading.answersMissing().isEmpty();
  }

  private static List<String> sentences(ClockReading reading, LocalDate today) {
    List<String> sentences = new ArrayList<>();
    if (reading.timeliness() == Timeliness.OPEN && reading.dueOn().isPresent()) {
      sentences.add(Wording.of("依据：%s", Due.reason(reading)));
      reading
          .correctionNoticeDueOn()
          .filter(last -> !last.isBefore(today))
          .ifPresent(
              last ->
                  sentences.add(Wording.of("如需申请人补正，最迟应于%s通知（《条例》第三十条）", ChineseDates.of(last))));
    }
    for (Awaited awaited : Awaited.of(reading)) {
      sentences.add(
          awaited.afterwards().isEmpty()
              ? awaited.text()
              : Wording.of("%s：%s", awaited.text(), awaited.afterwards()));
    }
    reading
        .dueOnIfUnanswered()
        .ifPresent(day -> sentences.add(Wording.of("如对方逾期不答复，答复期限为%s", ChineseDates.of(day))));
    reading
        .dueOnWithoutRolling()
        .ifPresent(day -> sentences.add(Wording.of("如收到之日不因休息日顺延，答复期限为%s", ChineseDates.of(day))));
    if (reading.provisional()) {
      sentences.add(Wording.of("涉及尚未公布放假安排的年份，日期为暂定"));
    }
    return sentences;
  }

  private static List<Line> lines(ClockReading reading, boolean events) {
    return reading.entries().stream()
        .filter(entry -> !events || entry.kind() == ClockEntry.ClockDayKind.EVENT)
        .map(Line::of)
        .toList();
  }
}
