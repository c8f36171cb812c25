package disclosure.requests.ledger.receipt;

import disclosure.requests.ledger.words.Days;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a row says of its days, as it is written; nothing where a cell says nothing.
 *
 * @param receipt when the application came
 * @param steps what has happened since, but for the conclusion
 * @param conclusion when it was answered
 * @param reference the office's own number
 * @param documentNumber that of the answer
 * @param notes what stands in the row's other cells
 */
public record CaseDays(
    String receipt,
    List<String> steps,
    String conclusion,
    String reference,
    String documentNumber,
    List<String> notes) {

  /** Keeps copies. */
  public CaseDays {
    steps = List.copyOf(steps);
    notes = List.copyOf(notes);
  }

  /** About persons. */
  @Override
  public String toString() {
    return "CaseDays";
  }

  /** Whether it can have been received on a day: all that is said then happened since, by today. */
  boolean fits(LocalDate received, int year, LocalDate today) {
    boolean isCarriedOver = received.getYear() < year;
    return !received.isAfter(today)
        && concluded(received, year)
            .map(day -> isBetween(received, day, today) && !(isCarriedOver && day.getYear() < year))
            .orElse(Days.isNone(conclusion))
        && steps.stream()
            .filter(step -> !Days.isNone(step))
            .allMatch(
                step ->
                    Days.readFrom(received, step, Optional.of(year))
                        .filter(day -> isBetween(received, day, today))
                        .isPresent());
  }

  /** Whether it can have been received on a day, however much later the rest happened. */
  boolean canBe(LocalDate received, LocalDate today) {
    Optional<Integer> year = Optional.of(received.getYear());
    Optional<Integer> next = Optional.of(received.getYear() + 1);
    return !received.isAfter(today)
        && Stream.concat(steps.stream(), Stream.of(conclusion))
            .filter(text -> !Days.isNone(text))
            .allMatch(
                text ->
                    Days.read(text, year)
                        .filter(day -> !day.isBefore(received))
                        .or(() -> Days.read(text, next))
                        .filter(day -> isBetween(received, day, today))
                        .isPresent());
  }

  /** When it was answered, if it was received on a day. */
  Optional<LocalDate> concluded(LocalDate received, int year) {
    return Days.readConclusion(received, conclusion, Optional.of(year));
  }

  /** The days that name their years. */
  Stream<LocalDate> dated(int year) {
    return Stream.concat(steps.stream(), Stream.of(conclusion))
        .filter(text -> !Days.lacksYear(text))
        .flatMap(text -> Days.read(text, Optional.of(year)).stream());
  }

  private static boolean isBetween(LocalDate from, LocalDate day, LocalDate to) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
