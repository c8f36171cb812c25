package disclosure.report.check;

import disclosure.report.language.Text;
import java.util.List;

/**
 * How one check came out for one report.
 *
 * @param check which
 * @param result how
 * @param findings a sentence for each place that is wrong or can't be compared; empty when the
 *     check holds
 */
public record Verdict(CrossCheck check, Result result, List<Text> findings) {

  /** A defensive copy is kept. */
  public Verdict {
    findings = List.copyOf(findings);
  }

  /** Whether the report can't be published as long as this stands. */
  public boolean blocks() {
    return check.waiver() == Waiver.NONE && (result == Result.BROKEN || result == Result.UNDECIDED);
  }

  /** Whether the report can only be published for a reason. */
  public boolean wantsReason() {
    return check.waiver() != Waiver.NONE && result == Result.BROKEN;
  }
}
