package disclosure.report.workbench;

import disclosure.edge.Concurrency;
import disclosure.edge.CurrentCaller;
import disclosure.edge.IfMatch;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.StrictJson;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Wording;
import disclosure.edge.page.PostedForm;
import disclosure.report.access.ReportAccess;
import disclosure.report.access.ReportIds;
import disclosure.report.content.ReportId;
import disclosure.report.document.DocumentFormat;
import disclosure.report.document.Documents;
import disclosure.report.document.FileName;
import disclosure.report.document.print.HtmlDocument;
import disclosure.report.form.AnnualReport;
import disclosure.report.reading.ReportReader;
import disclosure.report.release.PublicationBody;
import disclosure.report.release.ReasonBody;
import disclosure.report.release.Release;
import io.quarkus.qute.RawString;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A report: what is missing, what is wrong, and how it goes on. */
@Path(Page.REPORT)
@Blocking
@RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class DeskResource {

  private static final int OF_A_PERSON = 6;
  private static final int ALL = 32;
  private static final String REASON = "reason";

  private final ReportIds ids;
  private final ReportAccess access;
  private final ReportReader reader;
  private final Desks desks;
  private final Meanwhile meanwhile;
  private final Release release;
  private final Documents documents;
  private final StrictJson json;
  private final Page page;
  private final CurrentCaller caller;

  DeskResource(
      ReportIds ids,
      ReportAccess access,
      ReportReader reader,
      Desks desks,
      Meanwhile meanwhile,
      Release release,
      Documents documents,
      StrictJson json,
      Page page,
      CurrentCaller caller) {
    this.ids = ids;
    this.access = access;
    this.reader = reader;
    this.desks = desks;
    this.meanwhile = meanwhile;
    this.release = release;
    this.documents = documents;
    this.json = json;
    this.page = page;
    this.caller = caller;
  }

  @GET
  @Produces(Page.HTML)
  @Concurrency(perClient = OF_A_PERSON, total = ALL)
  @Operation(hidden = true)
  public Response desk(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> done) {
    ReportId id = access.readable(organCode, year, scope);
    return answer(200, id, Errors.NONE, done.map(DeskResource::notice).orElse(""), Desk.Typed.NONE);
  }

  private static String notice(String done) {
    return switch (done) {
      case "submission" -> Wording.of("已报送。");
      case "return" -> Wording.of("已退回。");
      case "publication" -> Wording.of("已公布。");
      case "reason" -> Wording.of("理由已保存。");
      default -> "";
    };
  }

  @POST
  @Path("submission")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(Page.HTML)
  @RolesAllowed(Role.EDITOR)
  @Concurrency(perClient = OF_A_PERSON, total = ALL)
  @Operation(hidden = true)
  public Response submit(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      String body) {
    PostedForm form = PostedForm.of(body);
    return tried(
        ids.of(organCode, year, scope), "submission", form, id -> release.submit(id, seen(form)));
  }

  @POST
  @Path("return")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(Page.HTML)
  @RolesAllowed(Role.PUBLISHER)
  @Concurrency(perClient = OF_A_PERSON, total = ALL)
  @Operation(hidden = true)
  public Response giveBack(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      String body) {
    PostedForm form = PostedForm.of(body);
    return tried(
        ids.of(organCode, year, scope),
        "return",
        form,
        id -> release.giveBack(id, seen(form), reason(form)));
  }

  @POST
  @Path("publication")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(Page.HTML)
  @RolesAllowed(Role.PUBLISHER)
  @Concurrency(perClient = OF_A_PERSON, total = ALL)
  @Operation(hidden = true)
  public Response publish(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      String body) {
    PostedForm form = PostedForm.of(body);
    return tried(
        ids.of(organCode, year, scope),
        "publication",
        form,
        id ->
            release.publish(
                id,
                seen(form),
                given(form).isEmpty()
                    ? new PublicationBody(Optional.empty())
                    : json.read(ReasonJson.of(given(form).get()), PublicationBody.class)));
  }

  @POST
  @Path("reasons/{check: [0-9]{1,3}}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(Page.HTML)
  @RolesAllowed(Role.EDITOR)
  @Concurrency(perClient = OF_A_PERSON, total = ALL)
  @Operation(hidden = true)
  public Response keepReason(
      @RestPath String organCode,
      @RestPath String year,
      @RestPath String check,
      @RestQuery Optional<String> scope,
      String body) {
    PostedForm form = PostedForm.of(body);
    return tried(
        ids.of(organCode, year, scope),
        REASON,
        "reasons/" + check,
        form,
        id -> release.keepReason(id, check, reason(form), form.first(Page.SEEN)));
  }

  /** The report as it would be printed just now. */
  @GET
  @Path("preview")
  @Produces(Page.HTML)
  @Concurrency(perClient = OF_A_PERSON, total = ALL)
  @Operation(hidden = true)
  public Response preview(
      @RestPath String organCode, @RestPath String year, @RestQuery Optional<String> scope) {
    ReportId id = access.readable(organCode, year, scope);
    AnnualReport printed = reader.read(id).printed();
    return Page.answer(
        200,
        Templates.preview(
            page.person(),
            printed.title(),
            Place.of(id),
            new RawString(HtmlDocument.fragment(printed))));
  }

  /** The same as a document. */
  @GET
  @Path("report.{format}")
  @Concurrency(perClient = OF_A_PERSON, total = ALL)
  @Operation(hidden = true)
  public Response document(
      @RestPath String organCode,
      @RestPath String year,
      @RestPath String format,
      @RestQuery Optional<String> scope) {
    ReportId id = access.readable(organCode, year, scope);
    DocumentFormat wanted = DocumentFormat.named(format).orElseThrow(Refusal::notFound);
    AnnualReport printed = reader.read(id).printed();
    byte[] bytes = documents.render(printed, wanted, caller.get().actor());
    return Response.ok(bytes)
        .header(HttpHeaders.CONTENT_TYPE, wanted.mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            FileName.attachment(
                "draft-" + id.organ().value() + "-" + id.year() + "." + wanted.extension(),
                printed.title() + "（草稿）." + wanted.extension()))
        .build();
  }

  /** Does something, and says what keeps it from being done. */
  private Response tried(ReportId id, String what, PostedForm form, Consumer<ReportId> step) {
    return tried(id, what, what, form, step);
  }

  private Response tried(
      ReportId id, String what, String part, PostedForm form, Consumer<ReportId> step) {
    try {
      step.accept(id);
      return Page.led(Place.of(id, "", "done=" + what));
    } catch (Refusal refusal) {
      return switch (refusal.status()) {
        case 400, 409, 412, 422, 428 -> {
          access.requireReadable(id);
          yield answer(
              refusal.status(),
              id,
              refusal.status() == 412 ? changed(id, what, form) : errors(refusal, part),
              "",
              new Desk.Typed(
                  Place.of(id, part),
                  form.first(REASON).orElse(""),
                  Errors.at(REASON, refusal.faults())));
        }
        default -> throw refusal;
      };
    }
  }

  /** Each with the field that it is about, where there is one. */
  private static Errors errors(Refusal refusal, String part) {
    var problem = refusal.problem(Wording.language());
    return new Errors(
        problem.title(),
        problem.errors().isEmpty() ? problem.detail() : "",
        refusal.faults().stream()
            .map(
                fault ->
                    fault.field().equals(REASON)
                        ? new Errors.Entry(
                            Desk.Typed.field(part),
                            Wording.of(
                                "%s：%s",
                                Desk.Typed.label(part), fault.message().in(Wording.language())))
                        : new Errors.Entry("", fault.message().in(Wording.language())))
            .distinct()
            .toList());
  }

  /** Who came first, when, and with what; findings have no author. */
  private Errors changed(ReportId id, String what, PostedForm form) {
    if (what.equals(REASON)) {
      return new Errors(
          Wording.of("此项校核发现的问题与您打开页面时的不同，理由没有保存"), Wording.of("请对照下列现在的问题，重新说明理由。"), List.of());
    }
    Meanwhile.Change change = meanwhile.since(id, form.first(Page.SEEN));
    return new Errors(
        Desk.Typed.changed(what),
        change.differences().isEmpty()
            ? Wording.of("%s本页已是最新内容，请核对后再办理。", change.who())
            : Wording.of("%s改动之处如下。本页已是最新内容，请核对后再办理。", change.who()),
        change.differences().stream().map(one -> new Errors.Entry("", one.words())).toList());
  }

  private Response answer(int status, ReportId id, Errors errors, String notice, Desk.Typed typed) {
    return Page.answer(
        status,
        Templates.desk(
            page.person(), DeskPages.of(desks.desk(id), page.reader(), errors, notice, typed)));
  }

  private static IfMatch seen(PostedForm form) {
    return IfMatch.of(form.first(Page.SEEN).filter(tag -> !tag.isEmpty()));
  }

  private static Optional<String> given(PostedForm form) {
    return form.first(REASON).map(String::strip).filter(text -> !text.isEmpty());
  }

  private ReasonBody reason(PostedForm form) {
    return json.read(ReasonJson.of(given(form).orElse("")), ReasonBody.class);
  }
}
