package disclosure.report.workbench.board;

import disclosure.edge.Concurrency;
import disclosure.edge.Role;
import disclosure.edge.look.ChineseDates;
import disclosure.report.access.ReportIds;
import disclosure.report.collection.CollectionBoard;
import disclosure.report.collection.CollectionBoard.Board;
import disclosure.report.collection.CollectionBoard.CollectedReport;
import disclosure.report.content.ReportId;
import disclosure.report.form.Title;
import disclosure.report.publication.ReportState;
import disclosure.report.workbench.Desks;
import disclosure.report.workbench.Page;
import disclosure.report.workbench.Place;
import disclosure.report.workbench.Words;
import disclosure.report.workbench.board.BoardPage.Row;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** How the reports stand that a sum adds up. */
@Path(Page.REPORT + "/collection")
@Blocking
@RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class BoardPages {

  private static final int OF_A_PERSON = 6;
  private static final int ALL = 32;
  private static final int MAX_ROWS = 500;

  private final ReportIds ids;
  private final CollectionBoard board;
  private final Desks desks;
  private final Page page;

  BoardPages(ReportIds ids, CollectionBoard board, Desks desks, Page page) {
    this.ids = ids;
    this.board = board;
    this.desks = desks;
    this.page = page;
  }

  @GET
  @Produces(Page.HTML)
  @Concurrency(perClient = OF_A_PERSON, total = ALL)
  @Operation(hidden = true)
  public Response collection(
      @RestPath String organCode, @RestPath String year, @RestQuery Optional<String> scope) {
    ReportId id = ids.of(organCode, year, scope);
    Board found = board.of(id);
    return Page.answer(
        200,
        Templates.board(
            page.person(),
            new BoardPage(
                Title.of(desks.organ(id), id.year(), id.scope()),
                Place.of(id),
                counts(found),
                found.stale(),
                found.items().size() > MAX_ROWS
                    ? "以下只列出" + MAX_ROWS + "份：逾期和未公布的在前，其余请按下级机关分别查看。"
                    : "",
                found.items().stream()
                    .sorted(Comparator.comparing(BoardPages::isSettled))
                    .limit(MAX_ROWS)
                    .map(BoardPages::row)
                    .toList())));
  }

  private static String counts(Board found) {
    return "应报"
        + found.items().size()
        + "份，已公布"
        + found.count(CollectedReport::published)
        + "份，待审核"
        + found.count(item -> item.state() == ReportState.SUBMITTED)
        + "份，退回"
        + found.count(item -> item.returned().isPresent())
        + "份，逾期"
        + found.count(CollectedReport::late)
        + "份";
  }

  /** What is late or not there comes first, each in the order of the sum. */
  private static int isSettled(CollectedReport report) {
    return report.published() ? 2 : report.late() ? 0 : 1;
  }

  private static Row row(CollectedReport report) {
    ReportId id = new ReportId(report.organCode(), report.dueOn().getYear() - 1, report.scope());
    return new Row(
        report.name(),
        Words.of(report.state()),
        ChineseDates.of(report.dueOn()),
        report.late(),
        report.publishedAt().map(ChineseDates::of).orElse(""),
        report.returned().map(reason -> "退回原因：" + reason).orElse(report.stale() ? "汇总公布后又有更正" : ""),
        Place.of(id));
  }
}
