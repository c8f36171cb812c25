package disclosure.report.workbench.board;

import disclosure.edge.Concurrency;
import disclosure.edge.Role;
import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Wording;
import disclosure.edge.page.PostedForm;
import disclosure.report.access.ReportIds;
import disclosure.report.collection.CollectionBoard;
import disclosure.report.collection.CollectionBoard.Board;
import disclosure.report.collection.CollectionBoard.CollectedReport;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.form.ScopeName;
import disclosure.report.form.Title;
import disclosure.report.publication.Life;
import disclosure.report.publication.ReportState;
import disclosure.report.workbench.Desks;
import disclosure.report.workbench.Page;
import disclosure.report.workbench.Place;
import disclosure.report.workbench.Standing;
import disclosure.report.workbench.board.BoardPage.Link;
import disclosure.report.workbench.board.BoardPage.Row;
import disclosure.report.workbench.board.ManyPage.Outcome;
import disclosure.report.workbench.board.MarkedReports.Marked;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** How the reports stand that a sum adds up, and what is done with many of them at once. */
@Path(Page.REPORT + "/collection")
@Blocking
@RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class BoardPages {

  private static final int OF_A_PERSON = 6;
  private static final int ALL = 32;

  /** Each form may take as long as twenty others. */
  private static final int FORMS_OF_A_PERSON = 2;

  private static final int ALL_FORMS = 8;
  private static final int MAX_ROWS = 500;
  private static final int MOST = 20;

  private final ReportIds ids;
  private final CollectionBoard board;
  private final MarkedReports marked;
  private final Desks desks;
  private final Page page;

  BoardPages(ReportIds ids, CollectionBoard board, MarkedReports marked, Desks desks, Page page) {
    this.ids = ids;
    this.board = board;
    this.marked = marked;
    this.desks = desks;
    this.page = page;
  }

  @GET
  @Produces(Page.HTML)
  @Concurrency(perClient = OF_A_PERSON, total = ALL)
  @Operation(hidden = true)
  public Response collection(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> choose) {
    ReportId id = sum(organCode, year, scope);
    return answer(200, id, board.of(id), choose, "");
  }

  @POST
  @Path("submissions")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(Page.HTML)
  @RolesAllowed(Role.EDITOR)
  @Concurrency(perClient = FORMS_OF_A_PERSON, total = ALL_FORMS)
  @Operation(hidden = true)
  public Response submit(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      String body) {
    return each(sum(organCode, year, scope), body, Wording.of("报送选中的报告"), marked::submit);
  }

  @POST
  @Path("publications")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(Page.HTML)
  @RolesAllowed(Role.PUBLISHER)
  @Concurrency(perClient = FORMS_OF_A_PERSON, total = ALL_FORMS)
  @Operation(hidden = true)
  public Response publish(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      String body) {
    return each(sum(organCode, year, scope), body, Wording.of("公布选中的报告"), marked::publish);
  }

  @POST
  @Path("starts")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(Page.HTML)
  @RolesAllowed(Role.EDITOR)
  @Concurrency(perClient = FORMS_OF_A_PERSON, total = ALL_FORMS)
  @Operation(hidden = true)
  public Response start(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      String body) {
    return each(sum(organCode, year, scope), body, Wording.of("沿用上年文字开始编写"), marked::start);
  }

  /** Over all organs below where nobody says over which. */
  private ReportId sum(String organCode, String year, Optional<String> scope) {
    return ids.of(
        organCode,
        year,
        scope.filter(text -> !text.isBlank()).or(() -> Optional.of(ReportScope.REGION.name())));
  }

  /** Only what stands on the board is done anything with, and for no more than a form may name. */
  private Response each(
      ReportId id, String body, String what, Function<List<Marked>, List<Outcome>> step) {
    Board found = board.of(id);
    List<String> sent = PostedForm.of(body).all("report");
    List<Marked> chosen =
        sent.stream().distinct().flatMap(value -> marked(id, found, value).stream()).toList();
    if (chosen.isEmpty() || sent.size() > MOST) {
      return answer(
          400,
          id,
          found,
          Optional.empty(),
          chosen.isEmpty()
              ? Wording.of("没有选中任何单位，什么也没有办理。")
              : Wording.of("一次最多办理%s份，什么也没有办理，请分几次选中。", MOST));
    }
    List<Outcome> outcomes = step.apply(chosen);
    long done = outcomes.stream().filter(Outcome::done).count();
    return Page.answer(
        200,
        Templates.many(
            page.person(),
            new ManyPage(
                Title.of(desks.organ(id), id.year(), id.scope()),
                Place.of(id, "collection"),
                what,
                Wording.of("选中%s份，办妥%s份，未办理%s份", outcomes.size(), done, outcomes.size() - done),
                outcomes)));
  }

  private static Optional<Marked> marked(ReportId sum, Board found, String value) {
    return Choice.read(value)
        .flatMap(
            choice ->
                found.items().stream()
                    .filter(item -> choice.isOf(idOf(sum, item)))
                    .findFirst()
                    .map(item -> new Marked(idOf(sum, item), item.name(), choice.version())));
  }

  private static ReportId idOf(ReportId sum, CollectedReport item) {
    return new ReportId(item.organCode(), sum.year(), item.scope());
  }

  private Response answer(
      int status, ReportId id, Board found, Optional<String> choose, String wrong) {
    List<CollectedReport> shown =
        found.items().stream()
            .sorted(Comparator.comparing(BoardPages::isSettled))
            .limit(MAX_ROWS)
            .toList();
    List<Row> rows = new ArrayList<>();
    int left = MOST;
    for (CollectedReport report : shown) {
      boolean chosen = left > 0 && choose.equals(Optional.of(report.state().name()));
      left -= chosen ? 1 : 0;
      ReportId of = idOf(id, report);
      Life life = found.life(of);
      rows.add(row(of, report, life, Choice.of(of, life.draftVersion()), chosen));
    }
    return Page.answer(
        status,
        Templates.board(
            page.person(),
            new BoardPage(
                Title.of(desks.organ(id), id.year(), id.scope()),
                Place.of(id),
                scopes(id),
                wrong,
                counts(id, found),
                found.stale(),
                found.items().size() > MAX_ROWS
                    ? Wording.of("以下只列出%s份：逾期和未公布的在前，其余请按下级机关分别查看。", MAX_ROWS)
                    : "",
                MOST,
                links(id),
                choices(id),
                rows)));
  }

  /** The other sums of the organ are a click away. */
  private static List<Link> scopes(ReportId id) {
    return Stream.of(ReportScope.LEVEL, ReportScope.REGION)
        .map(scope -> new ReportId(id.organ(), id.year(), scope))
        .map(
            sum ->
                new Link(
                    Wording.of(ScopeName.of(sum.scope())),
                    sum.equals(id) ? "" : Place.of(sum, "collection")))
        .toList();
  }

  private List<Link> links(ReportId id) {
    List<Link> links = new ArrayList<>();
    if (page.writes()) {
      links.add(new Link(Wording.of("报送选中的"), Place.of(id, "collection/submissions")));
    }
    if (page.publishes()) {
      links.add(new Link(Wording.of("公布选中的"), Place.of(id, "collection/publications")));
    }
    if (page.writes()) {
      links.add(new Link(Wording.of("选中的沿用上年文字开始"), Place.of(id, "collection/starts")));
    }
    return links;
  }

  private List<Link> choices(ReportId id) {
    Map<ReportState, String> labels = new LinkedHashMap<>();
    if (page.writes()) {
      labels.put(ReportState.NOT_STARTED, Wording.of("选中未开始的"));
      labels.put(ReportState.DRAFT, Wording.of("选中编写中和退回的"));
    }
    if (page.publishes()) {
      labels.put(ReportState.SUBMITTED, Wording.of("选中待审核的"));
    }
    return labels.entrySet().stream()
        .map(one -> new Link(one.getValue(), Place.of(id, "collection", "choose=" + one.getKey())))
        .toList();
  }

  private static String counts(ReportId id, Board found) {
    return Wording.of(
        "应报%s份，已公布%s份，待审核%s份，退回%s份，逾期%s份",
        found.items().size(),
        found.count(CollectedReport::published),
        found.count(item -> item.state() == ReportState.SUBMITTED),
        found.count(item -> Standing.isReturned(found.life(idOf(id, item)))),
        found.count(CollectedReport::late));
  }

  /** What is late or not there comes first, each in the order of the sum. */
  private static int isSettled(CollectedReport report) {
    return report.published() ? 2 : report.late() ? 0 : 1;
  }

  private Row row(ReportId id, CollectedReport report, Life life, Choice choice, boolean chosen) {
    Standing standing = Standing.of(life);
    return new Row(
        report.name(),
        standing.state(),
        ChineseDates.of(report.dueOn()),
        report.late(),
        report.publishedAt().map(ChineseDates::of).orElse(""),
        standing.note().isEmpty() && report.stale() ? Wording.of("汇总公布后又有更正") : standing.note(),
        Place.of(id),
        choice.toString(),
        chosen,
        corrections(id, life));
  }

  /** Each wants a reason of its own: none goes with others that are marked. */
  private List<Link> corrections(ReportId id, Life life) {
    List<Link> links = new ArrayList<>();
    if (life.revision() > 0 && life.state() == ReportState.SUBMITTED && page.publishes()) {
      links.add(new Link(Wording.of("审核更正"), Place.of(id) + "#publish"));
    }
    if (life.revision() > 0 && life.state() != ReportState.SUBMITTED && page.writes()) {
      links.add(new Link(Wording.of("编写更正"), Place.of(id, "draft")));
    }
    if (life.revision() > 1) {
      links.add(new Link(Wording.of("查看更正"), Place.published(id)));
    }
    return links;
  }
}
