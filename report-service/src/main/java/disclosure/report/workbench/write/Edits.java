package disclosure.report.workbench.write;

import disclosure.report.content.DraftContent;
import disclosure.report.content.NamedFigure;
import disclosure.report.content.ReportId;
import disclosure.report.draft.Draft;
import disclosure.report.draft.Drafts;
import disclosure.report.publication.LifeSteps;
import disclosure.report.reading.JudgedReport;
import disclosure.report.reading.ReportReader;
import disclosure.report.reference.References;
import disclosure.report.takenover.EarlierReports;
import disclosure.report.workbench.Desks;
import disclosure.report.workbench.Standing;
import disclosure.report.workbench.form.DraftFields;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the page shows on which a draft is written. */
@RequestScoped
class Edits {

  private final Drafts drafts;
  private final ReportReader reader;
  private final EarlierReports earlier;
  private final LifeSteps steps;
  private final Desks desks;

  Edits(Drafts drafts, ReportReader reader, EarlierReports earlier, LifeSteps steps, Desks desks) {
    this.drafts = drafts;
    this.reader = reader;
    this.earlier = earlier;
    this.steps = steps;
    this.desks = desks;
  }

  /** The draft as it stands, to be written; or what one begins with. */
  EditPages.Material edit(ReportId id, boolean fromFormer) {
    Optional<Draft> draft = drafts.find(id);
    Map<String, String> values =
        draft
            .map(Draft::content)
            .map(DraftFields::values)
            .or(() -> former(id).filter(content -> fromFormer).map(DraftFields::texts))
            .orElse(Map.of());
    List<NamedFigure> figures = draft.isPresent() || fromFormer ? figures(id, draft) : List.of();
    return typed(id, values, figures, draft.map(Draft::etag).orElse(""));
  }

  /**
   * The figures that a draft names for itself; before there is one, those that the texts of the
   * year before name, whose values are of this year and so not known yet.
   */
  List<NamedFigure> figures(ReportId id, Optional<Draft> draft) {
    return draft
        .map(known -> known.content().figures())
        .or(() -> former(id).map(DraftContent::figures).map(Edits::withoutValues))
        .orElse(List.of());
  }

  private static List<NamedFigure> withoutValues(List<NamedFigure> figures) {
    return figures.stream().map(figure -> figure.with(Optional.empty())).toList();
  }

  /** Texts with references: last year's figures would be wrong. */
  private Optional<DraftContent> former(ReportId id) {
    return drafts.find(id.yearBefore()).map(Draft::content);
  }

  /** What was typed, of the version that it changes. Writing goes on without the figures. */
  EditPages.Material typed(
      ReportId id, Map<String, String> values, List<NamedFigure> figures, String seen) {
    Optional<JudgedReport> judged =
        drafts.find(id).flatMap(draft -> Desks.unlessAway(() -> reader.judge(id)));
    Optional<References> references =
        judged
            .map(report -> report.report().references())
            .or(() -> Desks.unlessAway(() -> reader.references(id)));
    return new EditPages.Material(
        id,
        desks.organ(id),
        Standing.of(steps.life(id)),
        values,
        figures,
        seen,
        judged,
        references,
        earlier.of(id.yearBefore()));
  }
}
