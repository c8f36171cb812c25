package disclosure.report.draft;

import disclosure.requests.contract.OrganCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A draft as it was stored. */
record DraftAnswer(
    OrganCode organCode,
    int year,
    String edition,
    long version,
    List<String> lead,
    List<String> overview,
    List<String> problems,
    List<String> otherMatters,
    ProactiveFigures proactive,
    String signedBy,
    Optional<LocalDate> signedOn) {

  static DraftAnswer of(Draft draft) {
    DraftContent content = draft.content();
    return new DraftAnswer(
        draft.organ(),
        draft.year(),
        draft.edition(),
        draft.version(),
        content.lead(),
        content.overview(),
        content.problems(),
        content.otherMatters(),
        content.proactive(),
        content.signedBy(),
        content.signedOn());
  }
}
