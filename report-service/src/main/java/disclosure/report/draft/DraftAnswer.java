package disclosure.report.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.report.content.DraftContent;
import disclosure.report.content.NamedFigure;
import disclosure.report.content.ProactiveFigures;
import disclosure.report.content.ReportScope;
import disclosure.report.publication.ReportState;
import disclosure.requests.contract.OrganCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A draft as it was stored.
 *
 * @param state of the newest version, how the report stands
 * @param withdrew of the newest version, whether it ended a submission: what was submitted is a
 *     draft again, and is submitted anew
 */
record DraftAnswer(
    OrganCode organCode,
    int year,
    ReportScope scope,
    String edition,
    long version,
    List<String> lead,
    List<String> overview,
    List<String> problems,
    List<String> otherMatters,
    ProactiveFigures proactive,
    List<NamedFigure> figures,
    String signedBy,
    Optional<LocalDate> signedOn,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ReportState> state,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Boolean> withdrew) {

  static DraftAnswer of(WriteDraft.Written written) {
    return of(
        written.saved().draft(), Optional.of(written.state()), Optional.of(written.withdrew()));
  }

  static DraftAnswer of(Draft draft) {
    return of(draft, Optional.empty(), Optional.empty());
  }

  private static DraftAnswer of(
      Draft draft, Optional<ReportState> state, Optional<Boolean> withdrew) {
    DraftContent content = draft.content();
    return new DraftAnswer(
        draft.id().organ(),
        draft.id().year(),
        draft.id().scope(),
        draft.edition(),
        draft.version(),
        content.lead(),
        content.overview(),
        content.problems(),
        content.otherMatters(),
        content.proactive(),
        content.figures(),
        content.signedBy(),
        content.signedOn(),
        state,
        withdrew);
  }
}
