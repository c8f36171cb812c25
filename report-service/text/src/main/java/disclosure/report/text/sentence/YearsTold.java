package disclosure.report.text.sentence;

import disclosure.report.text.YearTold;
import disclosure.report.text.clause.Clause;
import disclosure.report.text.clause.Context;
import disclosure.report.text.clause.Context.Topic;
import disclosure.report.text.clause.Quoting;
import disclosure.report.text.clause.Reading;
import disclosure.report.text.word.Quantity;
import disclosure.report.text.word.Sense;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** For which years a text tells how many applications were received or concluded. */
public final class YearsTold {

  private final Quoting quoting;
  private final Context context;
  private final int reported;

  /** Those told of another year, and those of the sentence that is read. */
  private final List<YearTold> others = new ArrayList<>();

  private final List<YearTold> open = new ArrayList<>();

  private boolean compares;
  private boolean own;

  public YearsTold(Quoting quoting, Context context, int reported) {
    this.quoting = quoting;
    this.context = context;
    this.reported = reported;
  }

  /** After the context took over what the clause says of itself. */
  public void add(Clause clause) {
    if (clause.opening() == Sense.FULL_STOP) {
      end();
    }
    boolean carries = clause.has(Sense.CARRIED);
    compares |= clause.has(Sense.COMPARED) || clause.has(Sense.LAST_YEAR) && !carries;
    boolean verb = clause.has(Sense.RECEIVED) || clause.hasAny(Reading::isAnswer);
    if (!verb || context.topic() == Topic.ANOTHER) {
      return;
    }
    boolean counts =
        clause.tokens().stream()
            .anyMatch(token -> token.quantity().filter(Quantity::countsItems).isPresent());
    boolean none = clause.has(Sense.NOT) || clause.has(Sense.ALL);
    if ((counts || none) && !context.isOfAnotherTime()) {
      own = true;
    }
    Optional<Integer> year = context.otherYear().filter(told -> told < reported);
    boolean foreign = clause.tokens().stream().anyMatch(Reading::isOfOthers);
    if (counts
        && year.isPresent()
        && !foreign
        && !carries
        && context.topic() == Topic.APPLICATIONS) {
      open.add(new YearTold(quoting.quote(clause.tokens()), year.get()));
    }
  }

  private void end() {
    if (!compares) {
      others.addAll(open);
    }
    open.clear();
    compares = false;
  }

  /** Those told of other years; a sentence that compares years tells of them for that alone. */
  public List<YearTold> others() {
    end();
    return others;
  }

  /** Whether the report's own year is told of. */
  public boolean isOwnTold() {
    return own;
  }
}
