package disclosure.requests.calendar.announcement;

import disclosure.edge.CurrentCaller;
import disclosure.edge.EntityTags;
import disclosure.edge.IfMatch;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
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
import java.sql.SQLException;
import java.util.Optional;
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

  private final LoadCalendarYear load;
  private final KnownYears years;
  private final CurrentCaller caller;

  CalendarResource(LoadCalendarYear load, KnownYears years, CurrentCaller caller) {
    this.load = load;
    this.years = years;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
  @Operation(operationId = "listCalendarYears", summary = "The years whose days off are known")
  public CalendarView.Page list() {
    return new CalendarView.Page(
        years.national().stream().map(CalendarView::summary).toList(), Optional.empty());
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
    var announced = years.national(years.year(year)).orElseThrow(Refusal::notFound);
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
      summary = "Load the announced days of a year; open due dates are recalculated")
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
    int number = years.year(year);
    LoadCalendarYear.Result result =
        load.load(Division.COUNTRY, number, request, IfMatch.of(ifMatch), caller.get());
    return answer(result, CalendarView.national(years.national(number).orElseThrow()));
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
    Division place = KnownYears.division(division);
    LoadedYear loaded = years.regional(place, years.year(year)).orElseThrow(Refusal::notFound);
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
      summary = "Load the days off that a place (GB/T 2260) gives besides the country's")
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
    Division place = KnownYears.division(division);
    int number = years.year(year);
    LoadCalendarYear.Result result =
        load.load(place, number, request, IfMatch.of(ifMatch), caller.get());
    return answer(result, CalendarView.regional(years.regional(place, number).orElseThrow()));
  }

  private static Response answer(LoadCalendarYear.Result result, CalendarView view) {
    return Response.status(result.created() ? 201 : 200)
        .entity(view)
        .header(HttpHeaders.ETAG, EntityTags.of(result.number()))
        .build();
  }
}
