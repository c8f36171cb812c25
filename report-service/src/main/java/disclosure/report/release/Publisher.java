package disclosure.report.release;

import disclosure.edge.CurrentCaller;
import disclosure.edge.IfMatch;
import disclosure.edge.Refusal;
import disclosure.report.content.ReportId;
import disclosure.report.document.DocumentFormat;
import disclosure.report.document.Documents;
import disclosure.report.fault.ReportFault;
import disclosure.report.publication.ChangedFigure;
import disclosure.report.publication.FrozenApplication;
import disclosure.report.publication.FrozenDocument;
import disclosure.report.publication.FrozenReport;
import disclosure.report.publication.LifeStep;
import disclosure.report.publication.Publication;
import disclosure.report.publication.Publications;
import disclosure.report.publication.ReportState;
import disclosure.report.reading.JudgedReport;
import disclosure.report.reading.ReportReader;
import disclosure.report.signing.DocumentSigning;
import disclosure.report.signing.StampSignatures;
import disclosure.report.statistics.LiveFigures;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Freezes a report. The statistics and the register agree on it (check 11), the applications behind
 * table three make up each of its cells, nothing blocks and every warning has its reason; then
 * figures, texts, documents and that list are stored in one transaction.
 */
@RequestScoped
public class Publisher {

  /** How often the figures are read again when they change while the applications are listed. */
  private static final int MAX_ATTEMPTS = 5;

  private final ReportReader reader;
  private final LiveFigures figures;
  private final Documents documents;
  private final DocumentSigning signing;
  private final StampSignatures stamps;
  private final Publications publications;
  private final FourEyes fourEyes;
  private final PublicationDay day;
  private final CurrentCaller caller;
  private final Clock clock;
  private final Timer freezing;

  Publisher(
      ReportReader reader,
      LiveFigures figures,
      Documents documents,
      DocumentSigning signing,
      StampSignatures stamps,
      Publications publications,
      FourEyes fourEyes,
      PublicationDay day,
      CurrentCaller caller,
      Clock clock,
      MeterRegistry meters) {
    this.reader = reader;
    this.figures = figures;
    this.documents = documents;
    this.signing = signing;
    this.stamps = stamps;
    this.publications = publications;
    this.fourEyes = fourEyes;
    this.day = day;
    this.caller = caller;
    this.clock = clock;
    this.freezing =
        Timer.builder("report.freeze.duration")
            .description("From a sound submission to a stored publication, or its refusal")
            .register(meters);
  }

  /** What came of it, and whether it is new. */
  public record PublicationResult(Publication publication, boolean created) {}

  /**
   * Publishes the submitted version. One that is published already is answered as it is, so a
   * request whose answer was lost can be sent again.
   *
   * @param ifMatch the version that the publisher saw
   * @param reason why a published report is corrected
   * @throws Refusal 400 when the reason is missing or not wanted; 403 when the publisher wrote or
   *     submitted it, and may not; 404; 409 when its year isn't over, it isn't submitted, or a
   *     check stands against it; 412 and 428 for the precondition; 422 when a character can't be
   *     printed; 503 when the figures can't be had or don't hold still, too many documents are
   *     being drawn, or they are to be signed and can't be
   */
  PublicationResult publish(ReportId id, IfMatch ifMatch, Optional<String> reason) {
    Optional<Publication> before = publications.newest(id);
    JudgedReport report = reader.judge(id);
    Refusals.requireCurrent(report.draft(), report.life(), ifMatch);
    if (published(report)) {
      return new PublicationResult(publications.newest(id).orElseThrow(), false);
    }
    day.require(id, report.draft().content());
    if (report.life().state() != ReportState.SUBMITTED) {
      throw Refusals.notSubmitted();
    }
    if (before.isPresent() != reason.isPresent()) {
      throw Refusal.invalid(
          (before.isPresent()
                  ? ReportFault.REASON_FOR_CORRECTION_REQUIRED
                  : ReportFault.REASON_FOR_FIRST_PUBLICATION)
              .at("reason"));
    }
    fourEyes.require(id, report.life(), caller.get().actor());
    return new PublicationResult(freezing.record(() -> freeze(id, report, before, reason)), true);
  }

  private static boolean published(JudgedReport report) {
    ReportState state = report.life().state();
    return state == ReportState.PUBLISHED || state == ReportState.CORRECTED;
  }

  private Publication freeze(
      ReportId id, JudgedReport first, Optional<Publication> before, Optional<String> reason) {
    JudgedReport report = first;
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      Obstacles.requireNone(report);
      List<FrozenApplication> applications =
          id.isRollUp() ? List.of() : figures.applications(id, report.report().figures().without());
      if (id.isRollUp()
          || TracedFigures.addUpTo(applications, report.report().figures().matrix())) {
        return store(report, before, reason, applications);
      }
      report = reader.judge(id);
      if (!report.life().equals(first.life())) {
        throw Refusal.changedMeanwhile();
      }
    }
    throw Refusals.figuresMove();
  }

  private Publication store(
      JudgedReport report,
      Optional<Publication> before,
      Optional<String> reason,
      List<FrozenApplication> applications) {
    FrozenReport frozen = report.frozen();
    Instant now = clock.instant();
    List<FrozenDocument> drawn =
        documents
            .render(frozen.printed(), List.of(DocumentFormat.values()), caller.get().actor())
            .entrySet()
            .stream()
            .map(
                document ->
                    FrozenDocument.of(
                        document.getKey().extension(),
                        document.getKey().mediaType(),
                        document.getValue()))
            .toList();
    LifeStep step =
        new LifeStep(
            report.life().nextStep(),
            LifeStep.StepKind.PUBLISHED,
            frozen.draftVersion(),
            reason,
            caller.clientId(),
            caller.get().person(),
            now);
    Publication added =
        publications.add(
            before.map(Publication::revision).orElse(0) + 1,
            frozen,
            step,
            before
                .map(old -> ChangedFigure.between(old.report().printed(), frozen.printed()))
                .orElse(List.of()),
            signing.signed(drawn, now),
            applications);
    stamps.soon();
    return added;
  }
}
