package disclosure.report.workbench.examination;

import disclosure.edge.Concurrency;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Wording;
import disclosure.report.examined.ExaminedReport;
import disclosure.report.examined.FileTypes;
import disclosure.report.examined.ReadFile;
import disclosure.report.examined.batch.BatchFile;
import disclosure.report.examined.batch.ExaminationJob;
import disclosure.report.examined.batch.ExaminationJobs;
import disclosure.report.workbench.Page;
import disclosure.report.workbench.examination.BatchPage.Link;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where archives of reports are examined in the background, and watched without a script. */
@Path(BatchPages.PATH)
@Blocking
@RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ANALYST})
class BatchPages {

  static final String PATH = ExaminationPages.PATH + "/jobs";

  private static final int OF_A_PERSON = 6;
  private static final int ALL = 32;
  private static final int PAGE = 100;
  private static final String REFRESH_SECONDS = "5";
  private static final String OFF = "off";

  private final ExaminationJobs jobs;
  private final Page page;

  BatchPages(ExaminationJobs jobs, Page page) {
    this.jobs = jobs;
    this.page = page;
  }

  @GET
  @Produces(Page.HTML)
  @Concurrency(perClient = OF_A_PERSON, total = ALL)
  @Operation(hidden = true)
  public Response list() {
    return answer(200, Errors.NONE);
  }

  /** Takes an archive as it comes; it isn't held in memory. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(Page.HTML)
  @Concurrency(perClient = 1, total = 2)
  @Operation(hidden = true)
  public Response order(InputStream body, @HeaderParam(HttpHeaders.CONTENT_TYPE) String type)
      throws IOException {
    try {
      return Page.led(PATH + "/" + jobs.order(body, type).id());
    } catch (Refusal refusal) {
      if (refusal.status() >= 500) {
        throw refusal;
      }
      return answer(refusal.status(), ExaminationPages.errors(refusal));
    }
  }

  @GET
  @Path("{id}")
  @Produces(Page.HTML)
  @Concurrency(perClient = OF_A_PERSON, total = ALL)
  @Operation(hidden = true)
  public Response show(
      @RestPath String id, @RestQuery Optional<String> from, @RestQuery Optional<String> refresh) {
    ExaminationJob job = jobs.job(id);
    int first = Parameters.number("from", from, 0, ExaminationJobs.MAX_FILES, 0);
    boolean still = refresh.equals(Optional.of(OFF)) || first > 0;
    List<BatchFile> found = jobs.byOrgan(id, first, PAGE + 1, Wording.language());
    Response shown =
        Page.answer(200, Templates.batch(page.person(), shown(job, found, first, still)));
    return job.over() || still
        ? shown
        : Response.fromResponse(shown).header("Refresh", REFRESH_SECONDS).build();
  }

  @POST
  @Path("{id}/cancellation")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(Page.HTML)
  @Concurrency(perClient = OF_A_PERSON, total = ALL)
  @Operation(hidden = true)
  public Response cancel(@RestPath String id) {
    return Page.led(PATH + "/" + jobs.cancel(id).id());
  }

  @GET
  @Path("{id}/summary.xlsx")
  @Produces({FileTypes.XLSX, Page.HTML})
  @Concurrency(perClient = 1, total = 1)
  @Operation(hidden = true)
  public Response summary(@RestPath String id) {
    return Response.ok(jobs.summary(id), FileTypes.XLSX)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"examinations.xlsx\"")
        .build();
  }

  @GET
  @Path("{id}/files/{number: [1-9][0-9]{0,5}}")
  @Produces(Page.HTML)
  @Concurrency(perClient = OF_A_PERSON, total = ALL)
  @Operation(hidden = true)
  public Response file(@RestPath String id, @RestPath String number) {
    ReadFile file = jobs.file(id, Integer.parseInt(number));
    ExaminedReport report = file.report().orElseThrow(Refusal::notFound);
    return Page.answer(
        200,
        Templates.batchfile(
            page.person(),
            PATH + "/" + jobs.job(id).id(),
            new ExaminationPage.Shown(
                Integer.parseInt(number),
                file.file(),
                ShownFiles.title(file.file(), report),
                "",
                ShownFiles.facts(file.file(), report),
                ShownFiles.findings(report),
                ShownFiles.tables(report),
                List.of())));
  }

  private Response answer(int status, Errors errors) {
    return Page.answer(
        status,
        Templates.examinations(
            page.person(),
            new BatchesPage(errors, jobs.list().stream().map(BatchPages::row).toList())));
  }

  private static String at(ExaminationJob job) {
    return PATH + "/" + job.id();
  }

  private static BatchesPage.Row row(ExaminationJob job) {
    return new BatchesPage.Row(
        name(job), words(job.state()), counts(job), ChineseDates.of(job.orderedAt()), at(job));
  }

  private static String name(ExaminationJob job) {
    return job.fileName().isEmpty() ? Wording.of("没有名称的压缩包") : job.fileName();
  }

  private static BatchPage shown(
      ExaminationJob job, List<BatchFile> found, int first, boolean still) {
    return new BatchPage(
        name(job),
        words(job.state()),
        counts(job),
        job.read() + job.unread(),
        job.files(),
        times(job),
        job.over()
            ? Link.NONE
            : still
                ? new Link(Wording.of("恢复每%s秒自动更新", REFRESH_SECONDS), at(job))
                : new Link(Wording.of("停止每%s秒自动更新", REFRESH_SECONDS), at(job) + "?refresh=" + OFF),
        job.over() ? "" : at(job) + "/cancellation",
        at(job) + "/summary.xlsx",
        found.stream().limit(PAGE).map(file -> row(job, file)).toList(),
        found.size() > PAGE ? at(job) + "?from=" + (first + PAGE) : "");
  }

  private static BatchPage.Row row(ExaminationJob job, BatchFile file) {
    String title =
        (file.organName().orElse("")
                + " "
                + file.year().map(year -> Wording.of("%s年度", year)).orElse(""))
            .strip();
    return new BatchPage.Row(
        title.isEmpty() ? "—" : title,
        file.file(),
        file.state() == BatchFile.State.READ ? at(job) + "/files/" + file.number() : "",
        switch (file.state()) {
          case PENDING -> Wording.of(job.over() ? "没有核查" : "等待");
          case READ -> Wording.of("错误%s处，提示%s处", file.wrong(), file.look());
          case UNREAD -> Wording.of("没有读取：%s", file.message().orElse(""));
        },
        file.wrong() > 0 || file.state() == BatchFile.State.UNREAD);
  }

  private static String words(ExaminationJob.State state) {
    return switch (state) {
      case RUNNING -> Wording.of("正在核查");
      case FINISHED -> Wording.of("已完成");
      case CANCELLED -> Wording.of("已取消");
      case EXPIRED -> Wording.of("到期未完成");
    };
  }

  private static String times(ExaminationJob job) {
    String ordered = ChineseDates.of(job.orderedAt());
    return job.finishedAt()
        .map(ChineseDates::of)
        .map(
            at ->
                switch (job.state()) {
                  case RUNNING, FINISHED -> Wording.of("%s提交，%s完成", ordered, at);
                  case CANCELLED -> Wording.of("%s提交，%s取消", ordered, at);
                  case EXPIRED -> Wording.of("%s提交，%s到期结束", ordered, at);
                })
        .orElseGet(() -> Wording.of("%s提交", ordered));
  }

  private static String counts(ExaminationJob job) {
    return Wording.of(
        "共%s个文件，读取%s个，其中有错误的%s个，没有读取%s个", job.files(), job.read(), job.wrong(), job.unread());
  }
}
