package disclosure.requests.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.requests.application.BilingualText;
import disclosure.requests.clock.ClockEntry;
import disclosure.requests.clock.ClockReading;
import disclosure.requests.clock.PauseReason;
import disclosure.requests.clock.Timeliness;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The due date of an application and how it came about, in one language.
 *
 * @param applicationId the application
 * @param asOf the day for which the clock was read
 * @param countedFrom the day from which the present time runs, itself not counted
 * @param dueOn the last day for the answer; absent while the clock waits
 * @param dueOnIfUnanswered the due date if the opinion waited for never comes
 * @param dueOnWithoutRolling the due date by the stricter reading of a receipt on a day off
 * @param dueProvisional whether the dates touch a year whose days off are not announced yet
 * @param correctionNoticeDueOn the last day to ask for a correction
 * @param payBy the last day to pay the fee
 * @param timeliness how the application stands to its due date
 * @param waits whom the clock waits for
 * @param warnings what was done out of time or against the law
 * @param days the account, day by day
 * @param calendarVersion which calendar was counted by
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ClockView(
    UUID applicationId,
    LocalDate asOf,
    LocalDate countedFrom,
    Optional<LocalDate> dueOn,
    Optional<LocalDate> dueOnIfUnanswered,
    Optional<LocalDate> dueOnWithoutRolling,
    boolean dueProvisional,
    Optional<LocalDate> correctionNoticeDueOn,
    Optional<LocalDate> payBy,
    Timeliness timeliness,
    List<Wait> waits,
    List<Warning> warnings,
    List<Day> days,
    String calendarVersion) {

  /** Somebody outside whom the clock waits for, until when, if the law sets an end, and why. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @Schema(name = "ClockWait")
  record Wait(PauseReason code, String text, Optional<LocalDate> until, String article) {}

  /** What was done out of time or against the law, in which step, and the article. */
  @Schema(name = "ClockWarning")
  record Warning(String code, String text, String article, int step) {}

  /**
   * One line of the account.
   *
   * @param date the day
   * @param kind what becomes of it
   * @param text in words
   * @param article what it rests on
   * @param calendarVersion which calendar decided about it
   */
  @Schema(name = "ClockDay")
  record Day(
      LocalDate date,
      ClockEntry.ClockDayKind kind,
      String text,
      String article,
      String calendarVersion) {}

  static ClockView of(UUID id, LocalDate asOf, ClockReading reading, Locale language) {
    return new ClockView(
        id,
        asOf,
        reading.countedFrom(),
        reading.dueOn(),
        reading.dueOnIfUnanswered(),
        reading.dueOnWithoutRolling(),
        reading.provisional(),
        reading.correctionNoticeDueOn(),
        reading.payBy(),
        reading.timeliness(),
        reading.waits().stream().map(wait -> wait(wait, language)).toList(),
        reading.warnings().stream()
            .map(
                warning ->
                    new Warning(
                        warning.code(),
                        text(warning.text(), language),
                        warning.article(),
                        warning.step()))
            .toList(),
        reading.entries().stream()
            .map(
                entry ->
                    new Day(
                        entry.date(),
                        entry.kind(),
                        text(entry.text(), language),
                        entry.article(),
                        entry.calendarVersion()))
            .toList(),
        reading.calendarVersion());
  }

  private static Wait wait(ClockReading.Wait wait, Locale language) {
    PauseReason reason = wait.reason();
    return new Wait(reason, text(reason.text(), language), wait.until(), reason.article());
  }

  private static String text(BilingualText text, Locale language) {
    return language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? text.en() : text.zh();
  }
}
