package disclosure.report.workbench;

import disclosure.edge.Refusal;
import disclosure.report.content.ReportId;
import disclosure.report.draft.Drafts;
import disclosure.report.publication.LifeSteps;
import disclosure.report.reading.JudgedReport;
import disclosure.report.reading.ReportReader;
import disclosure.report.statistics.OrganDirectory;
import disclosure.report.takenover.EarlierReports;
import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

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

  /** What another service answers; empty while it can't be asked. */
  public static <T> Optional<T> unlessAway(Supplier<T> question) {
    try {
      return Optional.of(question.get());
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
