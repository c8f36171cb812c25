package disclosure.report.draft;

import disclosure.report.content.DraftContent;
import disclosure.report.content.FormerProactive;
import disclosure.report.content.NamedFigure;
import disclosure.report.content.ProactiveFigures;
import disclosure.report.content.ReportId;
import disclosure.requests.contract.OrganCode;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/**
 * One version of a draft as it is stored: added once, never changed. While figures or the signature
 * are missing, the date stands in a place of its own: to the release before, which knows nothing of
 * gaps, the draft has none, and so can't be submitted there.
 */
@Entity
@Immutable
@Table(name = "draft_revision")
class DraftRevision {

  @EmbeddedId DraftRevisionId id;
  String edition;

  @Convert(converter = Paragraphs.class)
  List<String> lead;

  @Convert(converter = Paragraphs.class)
  List<String> overview;

  @Convert(converter = Paragraphs.class)
  List<String> problems;

  @Convert(converter = Paragraphs.class)
  @Column(name = "other_matters")
  List<String> otherMatters;

  @Embedded ProactiveColumns proactive;

  @Convert(converter = FormerProactiveColumn.class)
  @Column(name = "former_proactive")
  FormerProactive formerProactive;

  /** The same while figures of it are missing. */
  @Convert(converter = FormerProactiveColumn.class)
  @Column(name = "unfinished_former_proactive")
  FormerProactive unfinishedFormerProactive;

  @Convert(converter = NamedFigures.class)
  @Column(name = "named_figures")
  List<NamedFigure> figures;

  @Column(name = "signed_by")
  String signedBy;

  @Column(name = "signed_on")
  LocalDate signedOn;

  /** The same while something else is missing. */
  @Column(name = "unfinished_signed_on")
  LocalDate unfinishedSignedOn;

  @Column(name = "recorded_by")
  String recordedBy;

  String person;

  @Column(name = "recorded_at")
  Instant recordedAt;

  static DraftRevision of(Draft draft) {
    DraftRevision revision = new DraftRevision();
    revision.id =
        new DraftRevisionId(
            draft.id().organ().value(), draft.id().year(), draft.id().scope(), draft.version());
    revision.edition = draft.edition();
    DraftContent content = draft.content();
    revision.lead = content.lead();
    revision.overview = content.overview();
    revision.problems = content.problems();
    revision.otherMatters = content.otherMatters();
    ProactiveFigures proactive = content.proactive();
    boolean whole = proactive.complete();
    FormerProactive former = proactive.former().orElse(null);
    revision.proactive =
        ProactiveColumns.of(former == null || whole ? proactive : ProactiveFigures.EMPTY);
    revision.formerProactive = whole ? former : null;
    revision.unfinishedFormerProactive = whole ? null : former;
    revision.figures = content.figures();
    revision.signedBy = content.signedBy();
    LocalDate signedOn = content.signedOn().orElse(null);
    revision.signedOn = content.filledIn() ? signedOn : null;
    revision.unfinishedSignedOn = content.filledIn() ? null : signedOn;
    revision.recordedBy = draft.recordedBy();
    revision.person = draft.person().orElse(null);
    revision.recordedAt = draft.recordedAt();
    return revision;
  }

  Draft draft() {
    return new Draft(
        new ReportId(new OrganCode(id.organCode()), id.year(), id.scope()),
        id.version(),
        new DraftContent(
            lead,
            overview,
            problems,
            otherMatters,
            proactive(),
            figures,
            signedBy,
            Optional.ofNullable(signedOn).or(() -> Optional.ofNullable(unfinishedSignedOn))),
        recordedBy,
        Optional.ofNullable(person),
        recordedAt);
  }

  private ProactiveFigures proactive() {
    return Optional.ofNullable(unfinishedFormerProactive)
        .map(ProactiveFigures::of)
        .orElseGet(() -> proactive.figures().with(Optional.ofNullable(formerProactive)));
  }
}
