package disclosure.report.workbench;

import disclosure.report.check.CrossCheck;
import disclosure.report.content.DraftContent;
import disclosure.report.form.Section;
import java.util.List;
import java.util.Optional;

/** Which section a check is about, and which texts a section has. */
final class Sections {

  private Sections() {}

  /** Where a finding is mended; empty for the report as a whole. */
  static Optional<Section> of(CrossCheck check) {
    return switch (check) {
      case IN_EQUALS_OUT,
          CONCLUDED_IS_SUM,
          TOTAL_IS_SUM,
          CARRIED_IN_AS_PUBLISHED,
          REGISTER_AGREES,
          ONE_RESULT_EACH,
          OUTCOMES_ARE_FOUNDED,
          SUM_OF_CHILDREN,
          CARRIED_IN_ACROSS_YEARS,
          EVERY_APPLICATION_ONCE ->
          Optional.of(Section.APPLICATIONS);
      case DISPUTES_ADD_UP,
          PENDING_CONTINUES,
          SUITS_FOLLOW_RECONSIDERATION,
          RECONSIDERATION_FIRST ->
          Optional.of(Section.DISPUTES);
      case IN_FORCE_CONTINUES -> Optional.of(Section.PROACTIVE);
      case TEXTS_AGREE, NAMED_FIGURES_ADD_UP, IN_TIME_AS_TOLD -> Optional.of(Section.OVERVIEW);
      case FEES_ARE_NOTICED -> Optional.of(Section.OTHER_MATTERS);
      case NOTHING_MISSING, CITATIONS_ARE_RIGHT, DATED_IN_TIME -> Optional.empty();
    };
  }

  /** The paragraphs of a section of text; empty for one of tables. */
  static Optional<List<String>> texts(DraftContent content, Section section) {
    return switch (section) {
      case OVERVIEW -> Optional.of(content.overview());
      case PROBLEMS -> Optional.of(content.problems());
      case OTHER_MATTERS -> Optional.of(content.otherMatters());
      case PROACTIVE, APPLICATIONS, DISPUTES -> Optional.empty();
    };
  }

  /** Whether the section is still to be written or filled in, in whole or in part. */
  static boolean isMissing(DraftContent content, Section section) {
    return section == Section.PROACTIVE
        ? !content.proactive().complete()
        : texts(content, section).map(List::isEmpty).orElse(false);
  }

  /** The field of the draft in which a section is written; empty for one that is counted. */
  static Optional<String> field(Section section) {
    return switch (section) {
      case OVERVIEW -> Optional.of("overview");
      case PROBLEMS -> Optional.of("problems");
      case OTHER_MATTERS -> Optional.of("otherMatters");
      case PROACTIVE -> Optional.of("proactive");
      case APPLICATIONS, DISPUTES -> Optional.empty();
    };
  }
}
