package disclosure.report.workbench;

import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Wording;
import disclosure.report.content.ReportId;
import disclosure.report.draft.Draft;
import disclosure.report.draft.Drafts;
import disclosure.report.publication.LifeSteps;
import disclosure.report.workbench.form.Differences;
import disclosure.report.workbench.form.Differences.Difference;
import disclosure.report.workbench.form.DraftFields;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who changed a report while somebody looked at it, when, and what. */
@RequestScoped
public class Meanwhile {

  private static final Pattern TAG = Pattern.compile("\"(\\d{1,12})\"");

  private final Drafts drafts;
  private final LifeSteps steps;

  Meanwhile(Drafts drafts, LifeSteps steps) {
    this.drafts = drafts;
    this.steps = steps;
  }

  /**
   * A change.
   *
   * @param who who made it and when, as a sentence; empty where there was none
   * @param differences the fields that are others since the version that was seen; none where that
   *     isn't known
   */
  public record Change(String who, List<Difference> differences) {

    /** A defensive copy is kept. */
    public Change {
      differences = List.copyOf(differences);
    }
  }

  /**
   * What was changed since a version was seen.
   *
   * @param seen its entity tag, as a form sends it
   */
  public Change since(ReportId id, Optional<String> seen) {
    Optional<Draft> newest = drafts.find(id);
    Optional<Draft> before = seen.flatMap(Meanwhile::number).flatMap(one -> version(id, one));
    if (newest.isPresent() && !newest.map(Draft::version).equals(before.map(Draft::version))) {
      return new Change(
          who(newest.get()), before.map(old -> between(id, old, newest.get())).orElse(List.of()));
    }
    return new Change(steps.life(id).last().map(Words::taken).orElse(""), List.of());
  }

  private static Optional<Long> number(String tag) {
    Matcher version = TAG.matcher(tag.strip());
    return version.matches() ? Optional.of(Long.valueOf(version.group(1))) : Optional.empty();
  }

  private Optional<Draft> version(ReportId id, long version) {
    return drafts.before(id, version + 1, 1).stream()
        .filter(draft -> draft.version() == version)
        .findFirst();
  }

  private static List<Difference> between(ReportId id, Draft old, Draft newest) {
    Map<String, String> before = DraftFields.values(old.content());
    return Differences.between(
        id, newest.content().figures(), before, DraftFields.values(newest.content()));
  }

  /** Who saved a version, and when. */
  public static String who(Draft draft) {
    return Wording.of(
        "第%s版由%s于%s保存。",
        draft.version(),
        draft.person().orElse(draft.recordedBy()),
        ChineseDates.of(draft.recordedAt()));
  }
}
