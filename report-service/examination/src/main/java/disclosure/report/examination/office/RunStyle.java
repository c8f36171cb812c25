package disclosure.report.examination.office;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the run that is read stands there: raised, or hidden by its paragraph's style, its own, or
 * what it says itself.
 */
final class RunStyle {

  private boolean raised;
  private Set<String> hidden = Set.of();
  private Set<String> hiddenParagraph = Set.of();

  boolean isRaised() {
    return raised;
  }

  boolean isHidden() {
    return !hidden.isEmpty();
  }

  void beginParagraph() {
    raised = false;
    hidden = Set.of();
    hiddenParagraph = Set.of();
  }

  void beginRun() {
    raised = false;
    hidden = hiddenParagraph;
  }

  void paragraphIs(WordStyle style) {
    hiddenParagraph = style.hidden();
  }

  void runIs(WordStyle style) {
    raised |= style.raised();
    hidden = Stream.concat(hidden.stream(), style.hidden().stream()).collect(toSet());
  }

  /** Whether it stands above or below the line, whatever its style says. */
  void align(boolean offLine) {
    raised = offLine;
  }

  void move(boolean offLine) {
    raised |= offLine;
  }

  /** What a run says itself counts, whatever its styles say. */
  void hide(String property, boolean on) {
    Set<String> all = new HashSet<>(hidden);
    if (on) {
      all.add(property);
    } else {
      all.remove(property);
    }
    hidden = all;
  }
}
