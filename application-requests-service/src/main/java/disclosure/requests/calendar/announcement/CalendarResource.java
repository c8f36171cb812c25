package disclosure.requests.calendar.announcement;

import disclosure.edge.CurrentCaller;
import disclosure.edge.EntityTags;
import disclosure.edge.IfMatch;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.requests.deadline.CalendarTable;
import disclosure.requests.deadline.Clocks;
import disclosure.requests.deadline.Division;
import disclosure.requests.deadline.LoadedYear;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** The working-day calendar over HTTP. */
@Path("/calendar")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
class CalendarResource {

  private static final int FIRST_YEAR = 2008;
  private static final int YEARS_AHEAD = 2;

  private static final String REPLACED =
      "What is announced, also with the product, is replaced with If-Match alone, which has its"
          + " ETag, and not by * (412); a year that isn't needs none, and the same once more is 200"
          + " whatever it says.";

  private final LoadCalendarYear load;
  private final Clocks clocks;
  private final DataSource database;
  private final CurrentCaller caller;
  private final Clock clock;

  CalendarResource(
      LoadCalendarYear load,
      Clocks clocks,
      DataSource database,
      CurrentCaller caller,
      Clock clock) {
    this.load = load;
    this.clocks = clocks;
    this.database = database;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
  @Operation(operationId = "listCalendarYears", summary = "The years whose days off are known")
  public CalendarView.Page list() {
    return new CalendarView.Page(
        clocks.now().national().announcedYears().stream().map(CalendarView::summary).toList(),
        Optional.empty());
  }

  @GET
  @Path("/{year}")
  @RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
  @Operation(operationId = "getCalendarYear", summary = "The announced days of a year")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = CalendarView.class)))
  public Response get(@RestPath String year) {
    var announced = clocks.now().announced(year(year)).orElseThrow(Refusal::notFound);
    return Response.ok(CalendarView.national(announced))
        .header(HttpHeaders.ETAG, EntityTags.of(LoadCalendarYear.number(announced)))
        .build();
  }

  @PUT
  @Path("/{year}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      operationId = "putCalendarYear",
      summary = "Load the announced days of a year; open due dates are recalculated",
      description = REPLACED)
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = CalendarView.class)))
  @APIResponse(
      responseCode = "201",
      description = "The year is loaded for the first time",
      content = @Content(schema = @Schema(implementation = CalendarView.class)))
  public Response put(
      @RestPath String year,
      CalendarRequest request,
      @RestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch)
      throws SQLException {
    caller.requireEverywhere();
    int number = year(year);
    LoadCalendarYear.Result result =
        load.load(Division.COUNTRY, number, request, IfMatch.of(ifMatch), caller.get());
    return answer(result, CalendarView.national(clocks.now().announced(number).orElseThrow()));
  }

  @GET
  @Path("/{year}/divisions/{division}")
  @RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
  @Operation(
      operationId = "getRegionalDaysOff",
      summary = "The days off that a place gives besides the country's")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = CalendarView.class)))
  public Response getRegional(@RestPath String year, @RestPath String division)
      throws SQLException {
    LoadedYear loaded = regional(division(division), year(year)).orElseThrow(Refusal::notFound);
    return Response.ok(CalendarView.regional(loaded))
        .header(HttpHeaders.ETAG, EntityTags.of(loaded.number()))
        .build();
  }

  @PUT
  @Path("/{year}/divisions/{division}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      operationId = "putRegionalDaysOff",
      summary = "Load the days off that a place (GB/T 2260) gives besides the country's",
      description = REPLACED)
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = CalendarView.class)))
  @APIResponse(
      responseCode = "201",
      description = "The year is loaded for the first time",
      content = @Content(schema = @Schema(implementation = CalendarView.class)))
  public Response putRegional(
      @RestPath String year,
      @RestPath String division,
      CalendarRequest request,
      @RestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch)
      throws SQLException {
    caller.requireEverywhere();
    Division place = division(division);
    int number = year(year);
    LoadCalendarYear.Result result =
        load.load(place, number, request, IfMatch.of(ifMatch), caller.get());
    return answer(result, CalendarView.regional(regional(place, number).orElseThrow()));
  }

  private static Response answer(LoadCalendarYear.Result result, CalendarView view) {
    return Response.status(result.created() ? 201 : 200)
        .entity(view)
        .header(HttpHeaders.ETAG, EntityTags.of(result.number()))
        .build();
  }

  private Optional<LoadedYear> regional(Division division, int year) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return CalendarTable.newest(connection).stream()
          .filter(found -> found.division().equals(division) && found.days().year() == year)
          .findAny();
    }
  }

  private int year(String text) {
    int last = LocalDate.ofInstant(clock.instant(), clock.getZone()).getYear() + YEARS_AHEAD;
    return Parameters.number("year", Optional.of(text), FIRST_YEAR, last, FIRST_YEAR);
  }

  private static Division division(String text) {
    try {
      if (!text.isEmpty()) {
        return new Division(text);
      }
    } catch (IllegalArgumentException malformed) {
      throw Refusal.notFound();
    }
    throw Refusal.notFound();
  }
}
