package disclosure.report.workbench.runs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.Concurrency;
import disclosure.edge.Fault;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.StreamedAnswer;
import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import disclosure.edge.look.Field.Group;
import disclosure.edge.look.Field.Kind;
import disclosure.edge.look.Field.Option;
import disclosure.edge.look.Wording;
import disclosure.edge.page.PostedForm;
import disclosure.report.access.ReportAccess;
import disclosure.report.content.ReportId;
import disclosure.report.document.FileName;
import disclosure.report.document.FormatName;
import disclosure.report.form.ScopeName;
import disclosure.report.run.Run;
import disclosure.report.run.RunItems.ReportOutcome;
import disclosure.report.run.RunProgress;
import disclosure.report.run.YearEndRuns;
import disclosure.report.run.YearEndRuns.Watched;
import disclosure.report.workbench.Desks;
import disclosure.report.workbench.Page;
import disclosure.report.workbench.Place;
import disclosure.requests.contract.OrganCode;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where year-end runs are ordered and watched. A page looks again by itself, without a script. */
@Path(Place.HOME + "/{organCode: [0-9A-Z]{18}}/runs")
@Blocking
@RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class RunPages {

  private static final int OF_A_PERSON = 6;
  private static final int ALL = 32;
  private static final int PAGE = 100;
  private static final int MAX_RUNS = 20;
  private static final int YEARS = 6;
  private static final String REFRESH_SECONDS = "5";
  private static final String OFF = "off";
  private static final Duration ARCHIVE_TIMEOUT = Duration.ofMinutes(30);

  private final YearEndRuns runs;
  private final ReportAccess access;
  private final Desks desks;
  private final Page page;
  private final Clock clock;

  RunPages(YearEndRuns runs, ReportAccess access, Desks desks, Page page, Clock clock) {
    this.runs = runs;
    this.access = access;
    this.desks = desks;
    this.page = page;
    this.clock = clock;
  }

  @GET
  @Produces(Page.HTML)
  @Concurrency(perClient = OF_A_PERSON, total = ALL)
  @Operation(hidden = true)
  public Response list(@RestPath String organCode, @RestQuery Optional<String> after) {
    return answer(200, readable(organCode), after, PostedForm.of(""), List.of());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(Page.HTML)
  @Concurrency(perClient = OF_A_PERSON, total = ALL)
  @Operation(hidden = true)
  public Response order(@RestPath String organCode, String body) {
    ReportId any = readable(organCode);
    PostedForm form = PostedForm.of(body);
    try {
      return Page.led(at(any.organ()) + "/" + runs.order(json(any.organ(), form)).id());
    } catch (Refusal refusal) {
      if (refusal.status() != 400) {
        throw refusal;
      }
      return answer(400, any, Optional.empty(), form, refusal.faults());
    }
  }

  @GET
  @Path("{id}")
  @Produces(Page.HTML)
  @Concurrency(perClient = OF_A_PERSON, total = ALL)
  @Operation(hidden = true)
  public Response run(
      @RestPath String organCode,
      @RestPath String id,
      @RestQuery Optional<String> failed,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> refresh) {
    boolean onlyFailed = failed.equals(Optional.of("true"));
    boolean still = refresh.equals(Optional.of(OFF)) || after.isPresent();
    int place = Parameters.number("after", after, 0, Integer.MAX_VALUE - 1, 0);
    Watched watched = runs.watched(id, onlyFailed, place, PAGE + 1);
    requireOf(organCode, watched.run());
    Response shown =
        Page.answer(200, Templates.run(page.person(), shown(watched, onlyFailed, still)));
    return watched.run().finished() || still
        ? shown
        : Response.fromResponse(shown).header("Refresh", REFRESH_SECONDS).build();
  }

  @POST
  @Path("{id}/cancellation")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(Page.HTML)
  @Concurrency(perClient = OF_A_PERSON, total = ALL)
  @Operation(hidden = true)
  public Response cancel(@RestPath String organCode, @RestPath String id) {
    RunProgress run = of(organCode, id);
    runs.cancel(id);
    return Page.led(at(run));
  }

  /** All its documents, with a list of what came of each report. */
  @GET
  @Path("{id}/reports.zip")
  @Concurrency(perClient = 2, total = 8)
  @Operation(hidden = true)
  public Response archive(
      @RestPath String organCode, @RestPath String id, @Context RoutingContext request) {
    of(organCode, id);
    Run run = runs.finished(id);
    StreamingOutput documents = StreamedAnswer.of(request, ARCHIVE_TIMEOUT, runs.documents(run));
    return Response.ok(documents, "application/zip")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            FileName.attachment(
                "reports-" + run.year() + ".zip", run.year() + "年政府信息公开工作年度报告（全部文件）.zip"))
        .build();
  }

  /** A run by its address, which names its organ. */
  private RunProgress of(String organCode, String id) {
    RunProgress run = runs.progress(id);
    requireOf(organCode, run);
    return run;
  }

  private static void requireOf(String organCode, RunProgress run) {
    if (!run.organCode().value().equals(organCode)) {
      throw Refusal.notFound();
    }
  }

  private ReportId readable(String organCode) {
    return access.readable(organCode, Integer.toString(thisYear()), Optional.empty());
  }

  private int thisYear() {
    return LocalDate.now(clock).getYear();
  }

  private static String at(OrganCode organ) {
    return Place.of(organ) + "/runs";
  }

  private static String at(RunProgress run) {
    return at(run.organCode()) + "/" + run.id();
  }

  /** The body of {@code POST /runs}, in UTF-8; what was left empty is absent. */
  private static byte[] json(OrganCode organ, PostedForm form) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("organCode", organ.value());
    String year = form.first("year").orElse("");
    if (year.matches("\\d{4}")) {
      json.put("year", Integer.parseInt(year));
    }
    form.first("kind").filter(kind -> !kind.isEmpty()).ifPresent(kind -> json.put("kind", kind));
    if (form.first("kind").equals(Optional.of(Run.Kind.DOCUMENTS.name()))
        && !form.all("formats").isEmpty()) {
      ArrayNode formats = json.putArray("formats");
      form.all("formats").forEach(formats::add);
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Response answer(
      int status, ReportId any, Optional<String> after, PostedForm form, List<Fault> faults) {
    List<Field> fields = fields(form, faults);
    YearEndRuns.Listed listed =
        runs.list(Optional.of(any.organ()), Parameters.uuid("after", after), MAX_RUNS);
    return Page.answer(
        status,
        Templates.runs(
            page.person(),
            new RunsPage(
                desks.organ(any),
                Place.of(any.organ()),
                at(any.organ()),
                Errors.of(fields, faults),
                fields,
                listed.runs().stream().map(RunPages::row).toList(),
                !listed.complete(),
                listed.next().map(last -> at(any.organ()) + "?after=" + last).orElse(""))));
  }

  private List<Field> fields(PostedForm form, List<Fault> faults) {
    String year = form.first("year").orElse(Integer.toString(thisYear() - 1));
    String kind = form.first("kind").orElse(Run.Kind.CHECK.name());
    List<String> formats = form.all("formats");
    return Stream.of(
            Field.of(Kind.CHOICE, "year", Wording.of("年度"), year)
                .choosing(
                    List.of(
                        new Group(
                            "",
                            IntStream.range(0, YEARS)
                                .mapToObj(back -> Integer.toString(thisYear() - back))
                                .map(
                                    one ->
                                        new Option(one, Wording.of("%s年", one), one.equals(year)))
                                .toList()))),
            Field.of(Kind.CHOICE, "kind", Wording.of("办什么"), kind)
                .choosing(
                    List.of(
                        new Group(
                            "",
                            Arrays.stream(Run.Kind.values())
                                .map(
                                    one ->
                                        new Option(one.name(), words(one), one.name().equals(kind)))
                                .toList()))),
            Field.of(Kind.CHECKS, "formats", Wording.of("生成哪些文件"), "")
                .hinting(Wording.of("只在生成文件时选"))
                .choosing(
                    List.of(
                        new Group(
                            "",
                            FormatName.ORDER.stream()
                                .map(
                                    one ->
                                        new Option(
                                            one.extension(),
                                            Wording.of(
                                                "%s：%s",
                                                Wording.of(FormatName.of(one)),
                                                Wording.of(FormatName.purpose(one))),
                                            formats.contains(one.extension())))
                                .toList()))))
        .map(field -> field.wrong(faults))
        .toList();
  }

  private static RunsPage.Row row(RunProgress run) {
    return new RunsPage.Row(
        what(run), words(run.state()), counts(run), ChineseDates.of(run.requestedAt()), at(run));
  }

  private RunPage shown(Watched watched, boolean onlyFailed, boolean still) {
    RunProgress run = watched.run();
    List<ReportOutcome> found = watched.outcomes();
    boolean over = run.finished();
    String filter = onlyFailed ? "failed=true&" : "";
    List<ReportOutcome> rows = found.subList(0, Math.min(PAGE, found.size()));
    return new RunPage(
        what(run),
        at(run.organCode()),
        words(run.state()),
        counts(run),
        over ? "" : rate(run),
        run.problem().orElse(""),
        times(run),
        over
            ? RunPage.Link.NONE
            : still
                ? new RunPage.Link(
                    Wording.of("恢复每%s秒自动更新", REFRESH_SECONDS),
                    at(run) + (onlyFailed ? "?failed=true" : ""))
                : new RunPage.Link(
                    Wording.of("停止每%s秒自动更新", REFRESH_SECONDS),
                    at(run) + "?" + filter + "refresh=" + OFF),
        watched.cancellable() ? at(run) + "/cancellation" : "",
        over && run.kind() == Run.Kind.DOCUMENTS ? at(run) + "/reports.zip" : "",
        onlyFailed
            ? new RunPage.Link(Wording.of("列出全部"), at(run))
            : new RunPage.Link(Wording.of("只列未办成的"), at(run) + "?failed=true"),
        rows.stream().map(outcome -> row(run, outcome)).toList(),
        found.size() > PAGE ? at(run) + "?" + filter + "after=" + rows.get(PAGE - 1).number() : "");
  }

  private static RunPage.Row row(RunProgress run, ReportOutcome outcome) {
    ReportId id = new ReportId(outcome.organCode(), run.year(), outcome.scope());
    String checks =
        outcome.obstacles().stream()
            .map(String::valueOf)
            .collect(Collectors.joining(Wording.of("、")));
    return new RunPage.Row(
        outcome.number(),
        outcome.organName().isEmpty() ? outcome.organCode().value() : outcome.organName(),
        Wording.of(ScopeName.of(outcome.scope())),
        result(outcome.state()),
        outcome.state().equals("FAILED") || !outcome.obstacles().isEmpty(),
        checks.isEmpty() ? "" : Wording.of("第%s项校核未通过", checks),
        outcome.problem().orElse(""),
        Place.of(id));
  }

  private static String result(String state) {
    return switch (state) {
      case "DONE" -> Wording.of("完成");
      case "FAILED" -> Wording.of("未办成");
      default -> Wording.of("等待");
    };
  }

  private static String what(RunProgress run) {
    String formats = String.join(Wording.of("、"), run.formats()).toUpperCase(Locale.ROOT);
    return formats.isEmpty()
        ? Wording.of("%s年度，%s", run.year(), words(run.kind()))
        : Wording.of("%s年度，%s（%s）", run.year(), words(run.kind()), formats);
  }

  private static String words(Run.Kind kind) {
    return switch (kind) {
      case CHECK -> Wording.of("校核全部报告");
      case DOCUMENTS -> Wording.of("生成全部报告的文件");
    };
  }

  private static String words(RunProgress.State state) {
    return switch (state) {
      case PLANNING -> Wording.of("正在列出报告");
      case RUNNING -> Wording.of("正在办理");
      case FINISHED -> Wording.of("已完成");
    };
  }

  private static String counts(RunProgress run) {
    return run.total()
        .map(
            total ->
                Wording.of(
                    "共%s份，完成%s份，其中校核未通过%s份，未办成%s份",
                    total, run.done(), run.obstructed(), run.failed()))
        .orElseGet(
            () ->
                Wording.of("完成%s份，其中校核未通过%s份，未办成%s份", run.done(), run.obstructed(), run.failed()));
  }

  private static String times(RunProgress run) {
    String ordered = ChineseDates.of(run.requestedAt());
    return run.finishedAt()
        .map(at -> Wording.of("%s提出，%s完成", ordered, ChineseDates.of(at)))
        .orElseGet(() -> Wording.of("%s提出", ordered));
  }

  private static String rate(RunProgress run) {
    return run.remainingSeconds()
        .map(seconds -> Wording.of("按目前的速度还需约%s分钟。", Math.max(1, Math.round(seconds / 60.0))))
        .orElse("");
  }
}
