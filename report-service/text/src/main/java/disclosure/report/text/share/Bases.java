package disclosure.report.text.share;

import disclosure.report.text.Cell;
import disclosure.report.text.Cell.DisputeColumn;
import disclosure.report.text.claim.Claim.Base;
import disclosure.report.text.claim.Told;
import disclosure.report.text.clause.Clause;
import disclosure.report.text.clause.Clause.Mention;
import disclosure.report.text.word.Sense;
import disclosure.report.text.word.Token;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a share may be the share of: what its words name, what was told before it, or its row. */
public final class Bases {

  private static final Told RECEIVED = Told.row(FormRow.NEWLY_RECEIVED, List.of());
  private static final Told CONCLUDED = Told.row(FormRow.CONCLUDED, List.of());
  private static final Told HANDLED = Told.handled(List.of());

  /** The number before. */
  private Optional<Base> last = Optional.empty();

  /** What the numbers of a list are parts of: 收到33件，其中自然人29件、企业4件. */
  private Optional<Base> whole = Optional.empty();

  /** At the beginning of a sentence. */
  public void begin() {
    whole = Optional.empty();
  }

  /**
   * A number was told.
   *
   * @param begins whether it is a part of the one before
   * @param listed whether it is one of a list
   */
  public void add(Told told, BigDecimal number, boolean begins, boolean listed) {
    if (begins) {
      whole = last;
    } else if (!listed) {
      whole = Optional.empty();
    }
    last = Optional.of(new Base(told, Optional.of(number)));
  }

  /** Of the number before. */
  public List<Base> of(Mention mention) {
    List<Base> bases = new ArrayList<>();
    named(mention).ifPresent(told -> bases.add(new Base(told, Optional.empty())));
    last.map(Base::told)
        .ifPresent(
            part -> {
              whole.filter(base -> isOf(part, base.told())).ifPresent(bases::add);
              row(part).ifPresent(told -> bases.add(new Base(told, Optional.empty())));
            });
    return bases;
  }

  /** 占受理总数, 占答复总量: what stands between 占 and the number. */
  private static Optional<Told> named(Mention mention) {
    List<Token> after = mention.before().stream().dropWhile(word -> !word.is(Sense.SHARE)).toList();
    if (Clause.anyOf(after, Sense.HANDLED)) {
      return Optional.of(HANDLED);
    }
    if (Clause.anyOf(after, Sense.CONCLUDED)) {
      return Optional.of(CONCLUDED);
    }
    return Clause.anyOf(after, Sense.RECEIVED, Sense.APPLICATION, Sense.SOME_APPLICATION)
        ? Optional.of(RECEIVED)
        : Optional.empty();
  }

  /** Whether it is of the same row, or an outcome of what was concluded. */
  private static boolean isOf(Told part, Told base) {
    return row(part).filter(base::equals).isPresent()
        || !part.equals(base) && base.cells().containsAll(part.cells())
        || isOutcome(part) && isOutcome(base);
  }

  private static boolean isOutcome(Told told) {
    return told.cells().stream()
        .allMatch(
            cell ->
                cell instanceof Cell.Application one && FormRow.outcomeRows().contains(one.row()));
  }

  /** The total that its cells are parts of. */
  private static Optional<Told> row(Told part) {
    if (isOutcome(part)) {
      return Optional.of(CONCLUDED);
    }
    List<FormRow> rows = new ArrayList<>();
    List<DisputeKind> kinds = new ArrayList<>();
    boolean columns = false;
    for (Cell cell : part.cells()) {
      if (cell instanceof Cell.Application one) {
        rows.add(one.row());
        columns |= one.column().isPresent();
      } else if (cell instanceof Cell.Dispute one && one.column() != DisputeColumn.TOTAL) {
        kinds.add(one.kind());
      } else {
        return Optional.empty();
      }
    }
    if (!kinds.isEmpty()) {
      return rows.isEmpty() ? Optional.of(disputes(kinds)) : Optional.empty();
    }
    boolean oneRow = rows.stream().distinct().count() == 1;
    return Optional.of(columns && oneRow ? Told.row(rows.get(0), List.of()) : HANDLED);
  }

  private static Told disputes(List<DisputeKind> kinds) {
    String label =
        kinds.size() == 1
            ? kinds.get(0).label()
            : kinds.contains(DisputeKind.RECONSIDERATION) ? "行政复议”和“行政诉讼" : "行政诉讼";
    return Told.disputes(label, DisputeColumn.TOTAL, kinds.toArray(DisputeKind[]::new));
  }
}
