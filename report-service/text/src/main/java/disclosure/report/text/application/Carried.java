package disclosure.report.text.application;

import disclosure.report.text.Publisher;
import disclosure.report.text.claim.Told;
import disclosure.report.text.clause.Clause.Mention;
import disclosure.report.text.word.Sense;
import disclosure.report.text.word.Token;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What was carried over from the year before or into the next one. */
final class Carried {

  private final Publisher publisher;
  private final Whole whole;

  /** What was carried over, if that was the number before. */
  private Optional<BigDecimal> before = Optional.empty();

  Carried(Publisher publisher, Whole whole) {
    this.publisher = publisher;
    this.whole = whole;
  }

  /** Once a number of items was read. */
  void read(Mention mention) {
    before =
        Optional.of(mention.quantity().value())
            .filter(any -> mention.has(Sense.CARRIED, Sense.PENDING));
  }

  /** 上年结转6件，已办结6件 may say what became of those. */
  boolean isOf(Mention mention) {
    return !mention.hasBefore(Sense.SAID)
        && before.filter(open -> mention.quantity().value().compareTo(open) <= 0).isPresent();
  }

  List<Told> told(Mention mention, List<ApplicantType> columns) {
    if (mention.hasBefore(Sense.CONCLUDED) && !isToBeConcluded(mention)) {
      return List.of();
    }
    List<Integer> years =
        mention.words().stream()
            .filter(word -> word.is(Sense.YEAR))
            .map(word -> word.quantity().orElseThrow().value().intValue())
            .toList();
    boolean in = mention.has(Sense.LAST_YEAR) || isCarried(years, publisher.year() - 1);
    boolean out = mention.has(Sense.NEXT_YEAR) || isCarried(years, publisher.year() + 1);
    if (mention.hasBefore(Sense.RECEIVED)) {
      boolean together = mention.hasBefore(Sense.AND, Sense.PAUSE, Sense.SAID, Sense.INCLUDED);
      Told all = Told.handled(columns);
      if (out) {
        return List.of();
      }
      return together ? List.of(all) : List.of(Told.row(FormRow.CARRIED_IN, columns), all);
    }
    if (in && out) {
      return List.of();
    }
    List<FormRow> rows =
        in
            ? List.of(FormRow.CARRIED_IN)
            : out ? List.of(FormRow.CARRIED_OUT) : List.of(FormRow.CARRIED_OUT, FormRow.CARRIED_IN);
    Function<List<ApplicantType>, List<Told>> further = whole.told();
    whole.is(
        columnsOf ->
            Stream.concat(
                    rows.stream().map(row -> Told.row(row, columnsOf)),
                    further.apply(columnsOf).stream())
                .toList());
    return rows.stream().map(row -> Told.row(row, columns)).toList();
  }

  /** 结转下一年答复1件, 2024年转入2025年办结2件. */
  private static boolean isToBeConcluded(Mention mention) {
    List<Sense> senses =
        mention.before().stream()
            .map(Token::sense)
            .filter(sense -> sense != Sense.FILLER && sense != Sense.TO)
            .toList();
    int carried = senses.indexOf(Sense.CARRIED);
    return carried >= 0
        && senses.indexOf(Sense.CONCLUDED) == carried + 2
        && (senses.get(carried + 1) == Sense.NEXT_YEAR || senses.get(carried + 1) == Sense.YEAR);
  }

  /** Whether the other of two years is named: 2024年结转至2025年; by itself, or with the report's. */
  private boolean isCarried(List<Integer> years, int other) {
    return years.contains(other)
        && years.stream().allMatch(year -> year == other || year == publisher.year());
  }
}
