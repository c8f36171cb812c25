package disclosure.report.workbench;

import disclosure.edge.Refusal;
import disclosure.report.content.DraftContent;
import disclosure.report.content.NamedFigure;
import disclosure.report.content.ReportId;
import disclosure.report.draft.Draft;
import disclosure.report.draft.Drafts;
import disclosure.report.publication.LifeSteps;
import disclosure.report.reading.JudgedReport;
import disclosure.report.reading.ReportReader;
import disclosure.report.reference.References;
import disclosure.report.statistics.OrganDirectory;
import disclosure.report.takenover.EarlierReports;
import disclosure.report.workbench.form.DraftFields;
import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the pages of one report show. */
@RequestScoped
public class Desks {

  private static final int MAX_STEPS = 20;
  private static final int UNAVAILABLE = 503;

  private final Drafts drafts;
  private final ReportReader reader;
  private final EarlierReports earlier;
  private final LifeSteps steps;
  private final OrganDirectory directory;

  Desks(
      Drafts drafts,
      ReportReader reader,
      EarlierReports earlier,
      LifeSteps steps,
      OrganDirectory directory) {
    this.drafts = drafts;
    this.reader = reader;
    this.earlier = earlier;
    this.steps = steps;
    this.directory = directory;
  }

  /**
   * Of a report that the caller may read.
   *
   * @throws Refusal 404 when there was no such organ; 503 when the figures can't be had
   */
  DeskPages.Material desk(ReportId id) {
    Optional<JudgedReport> judged = drafts.find(id).map(draft -> reader.judge(id));
    return new DeskPages.Material(
        id,
        organ(id),
        judged,
        earlier.of(id.yearBefore()),
        drafts.find(id.yearBefore()).isPresent(),
        steps.before(id, Integer.MAX_VALUE, MAX_STEPS),
        steps.life(id));
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
    return material(id, values, figures, draft.map(Draft::etag).orElse(""));
  }

  /**
   * The figures that a draft names for itself; before there is one, those that the texts of the
   * year before name, whose values are of this year and so not known yet.
   */
  List<NamedFigure> figures(ReportId id, Optional<Draft> draft) {
    return draft
        .map(known -> known.content().figures())
        .or(() -> former(id).map(DraftContent::figures).map(Desks::withoutValues))
        .orElse(List.of());
  }

  static List<NamedFigure> withoutValues(List<NamedFigure> figures) {
    return figures.stream().map(figure -> figure.with(Optional.empty())).toList();
  }

  /** What was typed, of the version that it changes. */
  EditPages.Material typed(
      ReportId id, Map<String, String> values, List<NamedFigure> figures, String seen) {
    return material(id, values, figures, seen);
  }

  /** Texts with references: last year's figures would be wrong. */
  private Optional<DraftContent> former(ReportId id) {
    return drafts.find(id.yearBefore()).map(Draft::content);
  }

  /** Writing goes on while the figures can't be had. */
  private EditPages.Material material(
      ReportId id, Map<String, String> values, List<NamedFigure> figures, String seen) {
    Optional<JudgedReport> judged =
        drafts.find(id).flatMap(draft -> unlessAway(() -> reader.judge(id)));
    Optional<References> references =
        judged
            .map(report -> report.report().references())
            .or(() -> unlessAway(() -> reader.references(id)));
    return new EditPages.Material(
        id, organ(id), values, figures, seen, judged, references, earlier.of(id.yearBefore()));
  }

  private interface Question<T> {
    T answer();
  }

  private static <T> Optional<T> unlessAway(Question<T> question) {
    try {
      return Optional.of(question.answer());
    } catch (Refusal refusal) {
      if (refusal.status() == UNAVAILABLE) {
        return Optional.empty();
      }
      throw refusal;
    }
  }

  /** The organ's name at the end of the year; while the directory can't be asked, its code. */
  public String organ(ReportId id) {
    return unlessAway(() -> directory.organ(id.organ(), LocalDate.of(id.year(), 12, 31)).name())
        .orElse(id.organ().value());
  }
}
