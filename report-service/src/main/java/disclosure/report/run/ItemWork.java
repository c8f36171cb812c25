package disclosure.report.run;

import disclosure.edge.CurrentCaller;
import disclosure.edge.OwnTokens;
import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.report.document.DocumentFormat;
import disclosure.report.document.Documents;
import disclosure.report.publication.FrozenDocument;
import disclosure.report.publication.Publication;
import disclosure.report.publication.Publications;
import disclosure.report.reading.JudgedReport;
import disclosure.report.reading.ReportReader;
import disclosure.storage.FailureLog;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Checks or draws one report with this service's own token: whoever asked for the run may be gone
 * by now. Which reports he may read was decided when he asked, and only these are listed.
 */
@ApplicationScoped
class ItemWork {

  private static final Logger LOG = Logger.getLogger(ItemWork.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final ReportReader reader;
  private final Publications publications;
  private final Documents documents;
  private final CurrentCaller caller;
  private final OwnTokens tokens;
  private final FailureLog failures;

  ItemWork(
      ReportReader reader,
      Publications publications,
      Documents documents,
      CurrentCaller caller,
      OwnTokens tokens,
      MeterRegistry meters) {
    this.reader = reader;
    this.publications = publications;
    this.documents = documents;
    this.caller = caller;
    this.tokens = tokens;
    this.failures =
        new FailureLog(LOG, meters, "tokens", "The issuer gives no token", failure -> true);
  }

  /**
   * What comes of the report.
   *
   * @throws Refusal 503 when it can't be done just now
   */
  @ActivateRequestContext
  ItemResult result(Run run, RunItem item) {
    try {
      return done(run, item);
    } catch (Refusal refusal) {
      if (refusal.status() == 503) {
        throw refusal;
      }
      return ItemResult.failed(refusal.problem(Locale.CHINESE).detail());
    }
  }

  private ItemResult done(Run run, RunItem item) {
    return switch (run.kind()) {
      case CHECK -> ItemResult.done(obstacles(read(item)), List.of());
      case DOCUMENTS -> drawn(run, item);
    };
  }

  private ItemResult drawn(Run run, RunItem item) {
    Optional<Publication> published = publications.newest(item.report());
    if (published.isPresent()) {
      return ItemResult.done(
          List.of(),
          run.formats().stream()
              .flatMap(
                  format ->
                      publications
                          .document(item.report(), published.get().revision(), format.extension())
                          .stream())
              .toList());
    }
    JudgedReport report = read(item);
    Map<DocumentFormat, byte[]> drawn =
        documents.renderInBackground(report.report().printed(), run.formats());
    return ItemResult.done(
        obstacles(report),
        run.formats().stream()
            .map(
                format ->
                    FrozenDocument.of(format.extension(), format.mediaType(), drawn.get(format)))
            .toList());
  }

  private JudgedReport read(RunItem item) {
    try {
      caller.actAsThisService(tokens.token().await().atMost(TIMEOUT));
      failures.succeeded();
    } catch (RuntimeException failed) {
      failures.failed(failed);
      throw Refusal.unavailable(new Text("暂时无法取得访问令牌", "No token can be had just now"));
    }
    return reader.judge(item.report());
  }

  private static List<Integer> obstacles(JudgedReport report) {
    return report.obstacles().stream().map(verdict -> verdict.check().number()).toList();
  }
}
