package disclosure.report.collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.edge.Expected;
import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import disclosure.report.access.ReportAccess;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.publication.Life;
import disclosure.report.publication.LifeStep;
import disclosure.report.publication.LifeSteps;
import disclosure.report.publication.Publication;
import disclosure.report.publication.Publications;
import disclosure.report.publication.ReportState;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the reports stand that a sum adds up. */
@RequestScoped
public class CollectionBoard {

  private final ExpectedReports expected;
  private final LifeSteps steps;
  private final Publications publications;
  private final ReportAccess access;
  private final Clock clock;

  CollectionBoard(
      ExpectedReports expected,
      LifeSteps steps,
      Publications publications,
      ReportAccess access,
      Clock clock) {
    this.expected = expected;
    this.steps = steps;
    this.publications = publications;
    this.access = access;
    this.clock = clock;
  }

  /**
   * The reports of a sum that the caller may read.
   *
   * @param items the organ's own first
   * @param stale whether the published sum is of a report that was corrected since, directly or in
   *     a sum below
   * @param lives how each stands that anything was done with
   */
  public record Board(List<CollectedReport> items, boolean stale, Map<ReportId, Life> lives) {

    /** Defensive copies are kept. */
    public Board {
      items = List.copyOf(items);
      lives = Map.copyOf(lives);
    }

    /** How one of them stands. */
    public Life life(ReportId id) {
      return Optional.ofNullable(lives.get(id)).orElse(Life.NONE);
    }

    /** How many of them are so. */
    public long count(Predicate<CollectedReport> so) {
      return items.stream().filter(so).count();
    }
  }

  /**
   * How they stand.
   *
   * @throws Refusal 400 for a report that is no sum; 404 when there is no such organ for the
   *     caller; 503 when the directory can't be asked
   */
  public Board of(ReportId id) {
    if (!id.isRollUp()) {
      throw Refusal.invalid(
          InputFault.NOT_ONE_OF.at("scope", Expected.oneOf(ReportScope.LEVEL, ReportScope.REGION)));
    }
    access.requireReadable(id);
    Optional<Set<OrganCode>> readable = access.readableBelow(id);
    List<ExpectedReport> reports =
        expected.of(id).stream()
            .filter(report -> readable.map(it -> it.contains(report.id().organ())).orElse(true))
            .toList();
    Map<ReportId, Life> lives =
        steps.lives(id.year(), reports.stream().map(report -> report.id().organ()).toList());
    Optional<Publication> sum = publications.newest(id);
    Map<OrganCode, Integer> used = used(sum);
    Published published = published(id, reports, used, sum);
    List<CollectedReport> items =
        reports.stream().map(report -> item(report, lives, used, published)).toList();
    boolean stale = published.stale().contains(id);
    return new Board(items, stale, lives);
  }

  /**
   * What is asked about all reports at once.
   *
   * @param first when each was first published
   * @param stale which of the sums that were added up, and whether the sum itself, is of a report
   *     that was corrected since
   */
  private record Published(Map<ReportId, Instant> first, Set<ReportId> stale) {}

  private Published published(
      ReportId id,
      List<ExpectedReport> reports,
      Map<OrganCode, Integer> used,
      Optional<Publication> sum) {
    Map<ReportId, Integer> revisions = new HashMap<>();
    for (ExpectedReport report : reports) {
      Optional.ofNullable(used.get(report.id().organ()))
          .ifPresent(revision -> revisions.put(report.id(), revision));
    }
    sum.ifPresent(published -> revisions.put(id, published.revision()));
    return new Published(
        publications.firstPublished(id.year(), reports.stream().map(ExpectedReport::id).toList()),
        publications.stale(id.year(), revisions));
  }

  /** The revisions that the published sum was made of. */
  private static Map<OrganCode, Integer> used(Optional<Publication> sum) {
    Map<OrganCode, Integer> used = new HashMap<>();
    sum.map(Publication::report)
        .ifPresent(
            report ->
                used.putAll(
                    report.children().stream()
                        .collect(
                            Collectors.toMap(child -> child.organ(), child -> child.revision()))));
    return used;
  }

  private CollectedReport item(
      ExpectedReport report,
      Map<ReportId, Life> lives,
      Map<OrganCode, Integer> used,
      Published published) {
    Life life = Optional.ofNullable(lives.get(report.id())).orElse(Life.NONE);
    Optional<Instant> publishedAt = Optional.ofNullable(published.first().get(report.id()));
    LocalDate reached =
        publishedAt
            .map(moment -> LocalDate.ofInstant(moment, clock.getZone()))
            .orElseGet(() -> LocalDate.now(clock));
    return new CollectedReport(
        report.id().organ(),
        report.name(),
        report.kind(),
        report.id().scope(),
        life.state(),
        life.revision(),
        report.dueOn(),
        reached.isAfter(report.dueOn()),
        life.last().filter(step -> life.state() == ReportState.SUBMITTED).map(LifeStep::recordedAt),
        publishedAt,
        life.returned(),
        Optional.ofNullable(used.get(report.id().organ()))
            .map(revision -> revision < life.revision() || published.stale().contains(report.id()))
            .orElse(false));
  }

  /**
   * How one report stands.
   *
   * @param revision the newest that is published; 0 when none is
   * @param late whether it was published after the day it is due, or isn't yet
   * @param returned why it was given back, when it was
   * @param stale whether the published sum is of an earlier revision, or of a sum that is stale
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @Schema(name = "CollectedReport")
  public record CollectedReport(
      OrganCode organCode,
      String name,
      OrganKind kind,
      ReportScope scope,
      ReportState state,
      int revision,
      LocalDate dueOn,
      boolean late,
      Optional<Instant> submittedAt,
      Optional<Instant> publishedAt,
      Optional<String> returned,
      boolean stale) {

    /** Whether it is. */
    public boolean published() {
      return revision > 0;
    }
  }
}
