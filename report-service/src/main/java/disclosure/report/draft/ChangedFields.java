package disclosure.report.draft;

import disclosure.report.content.DraftContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a version changed. */
final class ChangedFields {

  private ChangedFields() {}

  /** The fields that differ from the version before; every field of the first version. */
  static List<String> of(Optional<DraftContent> before, DraftContent content) {
    List<String> changed = new ArrayList<>();
    compare("lead", before, content, DraftContent::lead, changed);
    compare("overview", before, content, DraftContent::overview, changed);
    compare("problems", before, content, DraftContent::problems, changed);
    compare("otherMatters", before, content, DraftContent::otherMatters, changed);
    compare("proactive", before, content, DraftContent::proactive, changed);
    compare("figures", before, content, DraftContent::figures, changed);
    compare("signedBy", before, content, DraftContent::signedBy, changed);
    compare("signedOn", before, content, DraftContent::signedOn, changed);
    return changed;
  }

  private static void compare(
      String name,
      Optional<DraftContent> before,
      DraftContent content,
      Function<DraftContent, Object> field,
      List<String> changed) {
    if (!before.map(field).equals(Optional.of(field.apply(content)))) {
      changed.add(name);
    }
  }
}
