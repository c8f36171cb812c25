package disclosure.report.run;

import disclosure.edge.Action;
import disclosure.edge.CurrentCaller;
import disclosure.edge.Expected;
import disclosure.edge.Fault;
import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import disclosure.edge.Right;
import disclosure.edge.StrictJson;
import disclosure.edge.Text;
import disclosure.report.access.ReportAccess;
import disclosure.report.access.ReportIds;
import disclosure.report.content.ReportId;
import disclosure.report.document.DocumentFormat;
import disclosure.report.fault.ReportFault;
import disclosure.requests.contract.OrganCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** What the caller does with year-end runs, wherever it comes from. */
@RequestScoped
public class YearEndRuns {

  private final Runs runs;
  private final RunItems items;
  private final VisibleRuns visible;
  private final RunArchive archive;
  private final ReportIds ids;
  private final ReportAccess access;
  private final CurrentCaller caller;
  private final StrictJson reader;

  YearEndRuns(
      Runs runs,
      RunItems items,
      VisibleRuns visible,
      RunArchive archive,
      ReportIds ids,
      ReportAccess access,
      CurrentCaller caller,
      StrictJson reader) {
    this.runs = runs;
    this.items = items;
    this.visible = visible;
    this.archive = archive;
    this.ids = ids;
    this.access = access;
    this.caller = caller;
    this.reader = reader;
  }

  /**
   * Orders what a program would have sent. Asked again, it answers the run that is open already.
   *
   * @param json in UTF-8, as {@code POST /runs} takes it
   * @throws Refusal 400, naming each field at fault; 403 for an organ that the caller doesn't act
   *     for; 503 when the statistics can't be asked
   */
  public RunProgress order(byte[] json) {
    return order(reader.read(json, RunBody.class));
  }

  /** The same as {@link #order(byte[])} of what was read. */
  RunProgress order(RunBody body) {
    ReportId id = ids.of(body.organCode(), body.year().toString(), Optional.empty());
    List<DocumentFormat> formats = formats(body);
    if (access.right(id, Action.READ) != Right.ALLOWED) {
      throw Refusal.outOfScope("organCode");
    }
    return items.progress(
        runs.ask(
            id.organ(),
            id.year(),
            body.kind(),
            formats,
            access.readableBelow(id),
            caller.clientId(),
            caller.get().person()));
  }

  /**
   * Some runs that the caller may see.
   *
   * @param complete false while nobody answers whose some of them are, which are left out
   * @param next the last one that was looked at, when there are more
   */
  public record Listed(List<RunProgress> runs, boolean complete, Optional<UUID> next) {

    /** A defensive copy is kept. */
    public Listed {
      runs = List.copyOf(runs);
    }
  }

  /**
   * The runs that the caller may see, the newest first.
   *
   * @param organ over whose subtree; over any when empty
   * @param after only those that were asked for earlier than this one
   * @param size how many are looked at
   */
  public Listed list(Optional<OrganCode> organ, Optional<UUID> after, int size) {
    List<Run> found = runs.list(organ, after, size + 1);
    List<Run> looked = found.subList(0, Math.min(size, found.size()));
    VisibleRuns.Visible page = visible.among(looked);
    return new Listed(
        page.runs().stream().map(items::progress).toList(),
        page.complete(),
        found.size() > size ? Optional.of(looked.get(size - 1).id()) : Optional.empty());
  }

  /**
   * How far a run is.
   *
   * @throws Refusal 404 when there is none, or not for the caller
   */
  public RunProgress progress(String id) {
    return items.progress(visible.run(id));
  }

  /**
   * A run as it is watched.
   *
   * @param outcomes what came of its reports, in their order
   * @param cancellable whether the caller may end it before its time
   */
  public record Watched(
      RunProgress run, List<RunItems.ReportOutcome> outcomes, boolean cancellable) {

    /** A defensive copy is kept. */
    public Watched {
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * How far a run is, and what came of its reports; whose it is, is asked once.
   *
   * @param after the place of the last outcome that is known; 0 for none
   * @throws Refusal 404 as {@link #progress}
   */
  public Watched watched(String id, boolean onlyFailed, int after, int limit) {
    Run run = visible.run(id);
    RunProgress progress = items.progress(run);
    return new Watched(
        progress,
        items.page(run.id(), onlyFailed, after, limit),
        !progress.finished() && access.isWritable(report(run)));
  }

  private static ReportId report(Run run) {
    return ReportId.own(run.organ(), run.year());
  }

  /**
   * Ends a run before its time; one that is finished stays so.
   *
   * @throws Refusal 403 for who only reads; 404 as {@link #progress}
   */
  public RunProgress cancel(String id) {
    Run run = visible.run(id);
    access.requireWritable(report(run));
    runs.cancel(run.id());
    return items.progress(runs.find(run.id()).orElseThrow(Refusal::notFound));
  }

  /**
   * What came of the reports of a run, in their order.
   *
   * @param after the place of the last one that is known; 0 for none
   * @throws Refusal 404 as {@link #progress}
   */
  public List<RunItems.ReportOutcome> outcomes(
      String id, boolean onlyFailed, int after, int limit) {
    return items.page(visible.run(id).id(), onlyFailed, after, limit);
  }

  /**
   * A run that is over, and whose documents can be had.
   *
   * @throws Refusal 404 as {@link #progress}; 409 when it isn't finished
   */
  public Run finished(String id) {
    Run run = visible.run(id);
    if (run.finishedAt().isEmpty()) {
      throw new Refusal(
          409,
          "not-finished",
          new Text("任务尚未完成", "The run is not finished"),
          new Text("请在任务完成后下载。", "Download it when the run is finished."),
          List.of());
    }
    return run;
  }

  /** All its documents as a ZIP, written after the request has been dealt with. */
  public StreamingOutput documents(Run run) {
    return out -> archive.write(run.id(), out);
  }

  private static List<DocumentFormat> formats(RunBody body) {
    List<String> named = body.formats().orElse(List.of());
    if (body.kind() == Run.Kind.CHECK == !named.isEmpty()) {
      throw Refusal.invalid(
          (named.isEmpty() ? ReportFault.FORMATS_REQUIRED : ReportFault.FORMATS_OF_A_CHECK)
              .at("formats"));
    }
    List<Fault> faults =
        IntStream.range(0, named.size())
            .filter(i -> DocumentFormat.named(named.get(i)).isEmpty())
            .mapToObj(
                i ->
                    InputFault.NOT_ONE_OF.at(
                        "formats[" + i + "]", Expected.oneOf(DocumentFormat.names())))
            .toList();
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    // In whatever order they are named, the same formats are the same run.
    return named.stream()
        .flatMap(name -> DocumentFormat.named(name).stream())
        .distinct()
        .sorted()
        .toList();
  }
}
