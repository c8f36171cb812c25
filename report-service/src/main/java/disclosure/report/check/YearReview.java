package disclosure.report.check;

import disclosure.requests.contract.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the register's steps say of the year beyond table three. Applications and suits are known by
 * the register's ids.
 *
 * @param concluded how many applications have a standing conclusion in the year
 * @param severalConclusions the applications with more than one
 * @param late the applications answered after their due date
 * @param overdue the applications unanswered past their due date when the year ended
 * @param feeNotices how many fee notices went out
 * @param noticedYuan their sum in 元
 * @param paidYuan what was paid, in 元
 * @param overpaid the applications with more paid than asked
 * @param gaps what an outcome rests on and the history doesn't show
 * @param directLitigation suits without the reconsideration that must come first
 * @param numbers by the ids of those that findings name, what their offices call them
 */
public record YearReview(
    long concluded,
    List<String> severalConclusions,
    List<String> late,
    List<String> overdue,
    long feeNotices,
    BigDecimal noticedYuan,
    BigDecimal paidYuan,
    List<String> overpaid,
    List<OutcomeGap> gaps,
    List<String> directLitigation,
    Map<String, String> numbers) {

  /** Defensive copies are kept. */
  public YearReview {
    severalConclusions = List.copyOf(severalConclusions);
    late = List.copyOf(late);
    overdue = List.copyOf(overdue);
    overpaid = List.copyOf(overpaid);
    gaps = List.copyOf(gaps);
    directLitigation = List.copyOf(directLitigation);
    // What was frozen before they were told has none.
    numbers = numbers == null ? Map.of() : Map.copyOf(numbers);
  }

  /** All of them together. */
  public static YearReview sum(List<YearReview> parts) {
    return new YearReview(
        parts.stream().mapToLong(YearReview::concluded).sum(),
        all(parts, YearReview::severalConclusions),
        all(parts, YearReview::late),
        all(parts, YearReview::overdue),
        parts.stream().mapToLong(YearReview::feeNotices).sum(),
        parts.stream().map(YearReview::noticedYuan).reduce(BigDecimal.ZERO, BigDecimal::add),
        parts.stream().map(YearReview::paidYuan).reduce(BigDecimal.ZERO, BigDecimal::add),
        all(parts, YearReview::overpaid),
        all(parts, YearReview::gaps),
        all(parts, YearReview::directLitigation),
        parts.stream()
            .flatMap(part -> part.numbers().entrySet().stream())
            .collect(
                Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, same) -> first)));
  }

  /** What an application or a suit is called: by its office's number, else by its id. */
  public String name(String id) {
    return numbers.getOrDefault(id, id);
  }

  private static <T> List<T> all(List<YearReview> parts, Function<YearReview, List<T>> list) {
    return parts.stream().flatMap(part -> list.apply(part).stream()).toList();
  }

  /**
   * An application whose history lacks what its outcome rests on.
   *
   * @param applicationId which
   * @param outcome how it ended
   * @param gap the register's code of what is missing
   */
  public record OutcomeGap(String applicationId, Outcome outcome, String gap) {}
}
