package disclosure.report.draft;

import disclosure.report.content.DraftContent;
import disclosure.report.content.NamedFigure;
import disclosure.report.content.ProactiveFigures;
import disclosure.report.content.ReportScope;
import disclosure.requests.contract.OrganCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A draft as it was stored. */
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
    Optional<LocalDate> signedOn) {

  static DraftAnswer of(Draft draft) {
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
        content.signedOn());
  }
}
