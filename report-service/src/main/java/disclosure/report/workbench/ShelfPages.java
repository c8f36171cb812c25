package disclosure.report.workbench;

import disclosure.edge.CallerScope;
import disclosure.edge.Concurrency;
import disclosure.edge.CurrentCaller;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.look.Wording;
import disclosure.report.access.ReportAccess;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.form.ScopeName;
import disclosure.report.publication.Life;
import disclosure.report.publication.LifeSteps;
import disclosure.report.statistics.DirectoryOrgan;
import disclosure.report.statistics.OrganDirectory;
import disclosure.report.workbench.Shelf.Link;
import disclosure.report.workbench.Shelf.Report;
import disclosure.report.workbench.Shelf.Year;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where a person finds the reports of his organs. */
@Path(Place.HOME)
@Blocking
@RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class ShelfPages {

  private static final int OF_A_PERSON = 6;
  private static final int ALL = 32;

  /** Of more organs only the first are offered; the others are found by their codes. */
  private static final int MAX_ORGANS = 20;

  private static final int YEARS = 6;
  private static final int UNAVAILABLE = 503;

  private final OrganDirectory directory;
  private final LifeSteps steps;
  private final ReportAccess access;
  private final CurrentCaller caller;
  private final Page page;
  private final Clock clock;

  ShelfPages(
      OrganDirectory directory,
      LifeSteps steps,
      ReportAccess access,
      CurrentCaller caller,
      Page page,
      Clock clock) {
    this.directory = directory;
    this.steps = steps;
    this.access = access;
    this.caller = caller;
    this.page = page;
    this.clock = clock;
  }

  @GET
  @Produces(Page.HTML)
  @Concurrency(perClient = OF_A_PERSON, total = ALL)
  @Operation(hidden = true)
  public Response home(@RestQuery Optional<String> organ) {
    Optional<String> wanted = organ.map(text -> text.strip().toUpperCase(Locale.ROOT));
    CallerScope scope = caller.scope();
    if (wanted.filter(OrganCode::isValid).isPresent()) {
      return Page.led(Place.of(new OrganCode(wanted.get())));
    }
    if (wanted.isEmpty() && !scope.everywhere() && scope.roots().size() == 1) {
      return Page.led(Place.of(scope.roots().iterator().next()));
    }
    boolean wrong = wanted.filter(text -> !text.isEmpty()).isPresent();
    return Page.answer(
        wrong ? 400 : 200,
        Templates.shelf(
            page.person(),
            new Shelf(
                Wording.of("年度报告"),
                organs(scope),
                List.of(),
                wrong
                    ? Wording.of("统一社会信用代码为十八位，末位为校验码，请核对。")
                    : scope.everywhere() || !scope.roots().isEmpty()
                        ? ""
                        : Wording.of("您的账号还没有可以查看的行政机关，请联系系统管理员授权。"),
                "",
                List.of(),
                page.examines())));
  }

  /** While the directory can't be asked, and where it knows no name, codes are shown. */
  private List<Link> organs(CallerScope scope) {
    List<OrganCode> codes =
        scope.roots().stream()
            .sorted(Comparator.comparing(OrganCode::value))
            .limit(MAX_ORGANS)
            .toList();
    List<Link> links = new ArrayList<>();
    boolean away = false;
    for (OrganCode code : codes) {
      String name = code.value();
      try {
        name = away ? name : directory.organ(code).name();
      } catch (Refusal refusal) {
        away = refusal.status() == UNAVAILABLE;
      }
      links.add(new Link(name, Place.of(code)));
    }
    return links;
  }

  @GET
  @Path("{organCode: [0-9A-Z]{18}}")
  @Produces(Page.HTML)
  @Concurrency(perClient = OF_A_PERSON, total = ALL)
  @Operation(hidden = true)
  public Response reports(@RestPath String organCode) {
    int thisYear = LocalDate.now(clock).getYear();
    ReportId any = access.readable(organCode, Integer.toString(thisYear), Optional.empty());
    DirectoryOrgan organ = directory.organ(any.organ());
    List<Year> years =
        IntStream.range(0, YEARS)
            .map(back -> thisYear - back)
            .mapToObj(year -> new Year(year, reports(organ, year)))
            .toList();
    return Page.answer(
        200,
        Templates.shelf(
            page.person(),
            new Shelf(
                organ.name(),
                List.of(),
                years,
                "",
                Place.of(organ.organCode()),
                scopes(organ)
                    .map(scope -> new ReportId(organ.organCode(), thisYear - 1, scope))
                    .filter(ReportId::isRollUp)
                    .map(sum -> new Link(board(sum), Place.of(sum, "collection")))
                    .toList(),
                page.examines())));
  }

  private static String board(ReportId sum) {
    return Wording.of("%s年各单位报送情况：%s", sum.year(), Wording.of(ScopeName.of(sum.scope())));
  }

  /** Only governments add up the reports of others. */
  private static Stream<ReportScope> scopes(DirectoryOrgan organ) {
    return Arrays.stream(ReportScope.values())
        .filter(scope -> scope == ReportScope.OWN || organ.kind() == OrganKind.GOVERNMENT);
  }

  private List<Report> reports(DirectoryOrgan organ, int year) {
    Map<ReportId, Life> lives = steps.lives(year, List.of(organ.organCode()));
    return scopes(organ)
        .map(scope -> new ReportId(organ.organCode(), year, scope))
        .map(
            id ->
                new Report(
                    Wording.of(ScopeName.of(id.scope())),
                    Standing.of(Optional.ofNullable(lives.get(id)).orElse(Life.NONE)),
                    Place.of(id),
                    id.isRollUp() ? Place.of(id, "collection") : ""))
        .toList();
  }
}
