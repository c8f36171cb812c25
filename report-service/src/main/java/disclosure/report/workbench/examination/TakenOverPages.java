package disclosure.report.workbench.examination;

import disclosure.edge.Concurrency;
import disclosure.edge.Role;
import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Wording;
import disclosure.report.access.ReportAccess;
import disclosure.report.content.ReportId;
import disclosure.report.examined.SentFile;
import disclosure.report.form.ScopeName;
import disclosure.report.takenover.TakenFigure;
import disclosure.report.takenover.TakenOver;
import disclosure.report.takenover.TakenOverReport;
import disclosure.report.takenover.TakenOverReports;
import disclosure.report.workbench.Desks;
import disclosure.report.workbench.Page;
import disclosure.report.workbench.Place;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** What an organ published elsewhere and was taken over. */
@Path(Place.HOME + "/{organCode: [0-9A-Z]{18}}/taken-over")
@Blocking
@RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class TakenOverPages {

  private static final int OF_A_PERSON = 6;
  private static final int ALL = 32;

  private static final List<FormRow> FIGURES =
      List.of(FormRow.NEWLY_RECEIVED, FormRow.CARRIED_IN, FormRow.CONCLUDED, FormRow.CARRIED_OUT);

  private final TakenOverReports reports;
  private final ReportAccess access;
  private final Desks desks;
  private final Page page;
  private final Clock clock;

  TakenOverPages(
      TakenOverReports reports, ReportAccess access, Desks desks, Page page, Clock clock) {
    this.reports = reports;
    this.access = access;
    this.desks = desks;
    this.page = page;
    this.clock = clock;
  }

  static String of(OrganCode organ) {
    return Place.of(organ) + "/taken-over";
  }

  @GET
  @Produces(Page.HTML)
  @Concurrency(perClient = OF_A_PERSON, total = ALL)
  @Operation(hidden = true)
  public Response list(@RestPath String organCode) {
    ReportId any =
        access.readable(
            organCode, Integer.toString(LocalDate.now(clock).getYear()), Optional.empty());
    return Page.answer(
        200,
        Templates.takenover(
            page.person(),
            new TakenOverPage(
                desks.organ(any),
                Place.of(any.organ()),
                page.examines(),
                reports.ofOrgan(any.organ()).stream()
                    .filter(taken -> access.isReadable(taken.report().id()))
                    .map(TakenOverPages::row)
                    .toList())));
  }

  private static TakenOverPage.Row row(TakenOver taken) {
    TakenOverReport report = taken.report();
    String who =
        Stream.concat(taken.person().stream(), Stream.of(taken.takenOverBy()))
            .findFirst()
            .orElseThrow();
    return new TakenOverPage.Row(
        report.id().year(),
        Wording.of(ScopeName.of(report.id().scope())),
        taken.revision(),
        FIGURES.stream().map(row -> report.row(row).total()).toList(),
        (int) report.figures().stream().filter(TakenFigure::confirmed).count(),
        report.organConfirmed()
            ? Wording.of(
                "%s（%s），%s于%s接收，文件上的机关名称为“%s”，已确认",
                taken.fileName(),
                taken.format(),
                who,
                ChineseDates.of(taken.takenOverAt()),
                SentFile.visible(report.organName()))
            : Wording.of(
                "%s（%s），%s于%s接收",
                taken.fileName(), taken.format(), who, ChineseDates.of(taken.takenOverAt())),
        taken.reason().orElse(""));
  }
}
