package disclosure.report.check;

import disclosure.edge.Text;
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
