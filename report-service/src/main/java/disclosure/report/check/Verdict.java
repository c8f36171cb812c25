package disclosure.report.check;

import disclosure.edge.Text;
import java.util.List;

/**
 * How one check came out for one report.
 *
 * @param check which
 * @param result how
 * @param found what is wrong or can't be compared, place by place; empty when the check holds
 */
public record Verdict(CrossCheck check, Result result, List<Found> found) {

  /**
   * What was found in one place.
   *
   * @param message a sentence
   * @param place where it is mended: a field of the draft as the API names it, with a named figure
   *     as {@code figures.} and its name; {@code applications} and {@code disputes} for tables
   *     three and four, {@code collection} for the reports that a sum adds up; empty for what the
   *     check is about as a whole
   * @param key the Chinese sentence with the register's ids for the numbers of cases: numbers are
   *     corrected, and two offices may have the same
   */
  public record Found(Text message, String place, String key) {}

  /** A defensive copy is kept. */
  public Verdict {
    found = List.copyOf(found);
  }

  /** The sentences alone. */
  public List<Text> findings() {
    return found.stream().map(Found::message).toList();
  }

  /** What tells them from what may be found later. */
  public List<String> keys() {
    return found.stream().map(Found::key).toList();
  }

  /**
   * Whether the report can't be published as it stands. What is broken blocks until its reason is
   * kept, where the check allows one; what can't be compared blocks only where nothing may be
   * wrong.
   */
  public boolean blocks() {
    return switch (result) {
      case BROKEN -> check.severity() == Severity.BLOCKS;
      case UNDECIDED -> check.waiver() == Waiver.NONE;
      case HOLDS, NOT_APPLICABLE -> false;
    };
  }

  /** Whether the report can only be published for a reason. */
  public boolean wantsReason() {
    return check.waiver() != Waiver.NONE && result == Result.BROKEN;
  }
}
