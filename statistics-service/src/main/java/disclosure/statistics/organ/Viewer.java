package disclosure.statistics.organ;

import disclosure.edge.CallerScope;
import disclosure.edge.OrganLine;
import disclosure.statistics.contract.Period;
import java.time.Clock;
import java.time.LocalDate;

/**
 * Who asks, and on which day: who is above whom on it, as it is known now, decides what he may.
 *
 * @param scope for which organs the caller acts
 * @param today the day
 */
public record Viewer(CallerScope scope, LocalDate today) {

  /** One who asks now. */
  public static Viewer of(CallerScope scope, Clock clock) {
    return new Viewer(scope, LocalDate.now(clock));
  }

  /** An organ and those above it, today and in the days asked about. */
  public OrganLine line(OrganTree tree, String code, Period days) {
    return tree.present().organLine(code, days.from(), days.to(), today);
  }

  /** Whether he acts for an organ. */
  public boolean isActing(OrganTree tree, String code) {
    return OrganLine.ofNow(tree.present().acting(code, today)).isVisible(scope);
  }

  /** Whether he may read an organ's own tables of the days. */
  public boolean mayRead(OrganTree tree, String code, Period days) {
    return isActing(tree, code) || line(tree, code, days).isVisible(scope);
  }
}
