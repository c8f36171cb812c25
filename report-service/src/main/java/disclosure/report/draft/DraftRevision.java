package disclosure.report.draft;

import disclosure.report.content.DraftContent;
import disclosure.report.content.FormerProactive;
import disclosure.report.content.NamedFigure;
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

/** One version of a draft as it is stored: added once, never changed. */
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

  @Convert(converter = NamedFigures.class)
  @Column(name = "named_figures")
  List<NamedFigure> figures;

  @Column(name = "signed_by")
  String signedBy;

  @Column(name = "signed_on")
  LocalDate signedOn;

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
    revision.proactive = ProactiveColumns.of(content.proactive());
    revision.formerProactive = content.proactive().former().orElse(null);
    revision.figures = content.figures();
    revision.signedBy = content.signedBy();
    revision.signedOn = content.signedOn().orElse(null);
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
            proactive.figures().with(Optional.ofNullable(formerProactive)),
            figures,
            signedBy,
            Optional.ofNullable(signedOn)),
        recordedBy,
        Optional.ofNullable(person),
        recordedAt);
  }
}
