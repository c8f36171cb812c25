package disclosure.requests.page.calendar;

import disclosure.edge.EntityTags;
import disclosure.edge.Fault;
import disclosure.edge.IfMatch;
import disclosure.edge.InputFault;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.StrictJson;
import disclosure.edge.Text;
import disclosure.edge.look.Wording;
import disclosure.edge.page.PostedForm;
import disclosure.requests.calendar.CalendarYear;
import disclosure.requests.calendar.announcement.CalendarRequest;
import disclosure.requests.calendar.announcement.KnownYears;
import disclosure.requests.calendar.announcement.LoadCalendarYear;
import disclosure.requests.deadline.Division;
import disclosure.requests.page.PageCaller;
import disclosure.requests.page.Screen;
import disclosure.requests.page.administration.Administration;
import disclosure.requests.page.administration.Part;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The years of the calendar: seen, announced and changed. */
@Path(Screen.PATH + "/calendar")
@Blocking
@RolesAllowed(Role.ADMINISTRATOR)
class CalendarPages {

  private static final String SAVED = "已保存。未办结申请的答复期限随后按新的安排重新计算。";

  private final KnownYears years;
  private final LoadCalendarYear load;
  private final StrictJson reader;
  private final PageCaller caller;
  private final Administration administration;

  CalendarPages(
      KnownYears years,
      LoadCalendarYear load,
      StrictJson reader,
      PageCaller caller,
      Administration administration) {
    this.years = years;
    this.load = load;
    this.reader = reader;
    this.caller = caller;
    this.administration = administration;
  }

  /** The years; one that is chosen is led to. */
  @GET
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response years(@RestQuery Optional<String> year, @RestQuery Optional<String> division)
      throws SQLException {
    if (year.isEmpty()) {
      return answer(200, Integer.toString(years.last()), "", List.of());
    }
    String given = year.get().strip();
    String code = division.map(String::strip).orElse("");
    List<Fault> faults = new ArrayList<>();
    Optional<Integer> number = Optional.empty();
    try {
      number = Optional.of(years.year(given));
    } catch (Refusal refusal) {
      faults.addAll(refusal.faults());
    }
    Optional<Division> place = place(code);
    if (place.isEmpty()) {
      faults.add(
          Fault.of(
              YearsScreen.DIVISION,
              InputFault.WRONG_FORM,
              new Text("应为2、4或者6位数字", "must have 2, 4 or 6 digits")));
    }
    return faults.isEmpty()
        ? PageCaller.led(new Place(number.orElseThrow(), place.orElseThrow()).address())
        : answer(400, given, code, faults);
  }

  @GET
  @Path("/{year}")
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response national(
      @RestPath String year, @RestQuery Optional<String> change, @RestQuery Optional<String> done)
      throws SQLException {
    return shown(new Place(years.year(year), Division.COUNTRY), change, done);
  }

  @GET
  @Path("/{year}/divisions/{division}")
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response regional(
      @RestPath String year,
      @RestPath String division,
      @RestQuery Optional<String> change,
      @RestQuery Optional<String> done)
      throws SQLException {
    return shown(new Place(years.year(year), KnownYears.division(division)), change, done);
  }

  @POST
  @Path("/{year}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response putNational(@RestPath String year, String body) throws SQLException {
    return put(new Place(years.year(year), Division.COUNTRY), body);
  }

  @POST
  @Path("/{year}/divisions/{division}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response putRegional(@RestPath String year, @RestPath String division, String body)
      throws SQLException {
    return put(new Place(years.year(year), KnownYears.division(division)), body);
  }

  private Response shown(Place place, Optional<String> change, Optional<String> done)
      throws SQLException {
    Optional<CalendarYear> now = years.present(place.division(), place.year());
    boolean fills = Parameters.flag("change", change) && administration.isEverywhere();
    return answer(
        200,
        place,
        now,
        fills ? Optional.of(YearForm.of(seen(now), now)) : Optional.empty(),
        Parameters.flag("done", done) ? Wording.of(SAVED) : "");
  }

  private Response put(Place place, String body) throws SQLException {
    administration.requireEverywhere();
    PostedForm form = PostedForm.of(body);
    String seen = form.first(YearForm.SEEN).orElse("");
    Periods periods = YearForm.periods(form, place.year());
    try {
      load(place, request(form, periods), seen);
      return done(place);
    } catch (Refusal refusal) {
      Optional<CalendarYear> now = years.present(place.division(), place.year());
      return switch (refusal.status()) {
        case 400, 422 ->
            answer(
                refusal.status(),
                place,
                now,
                Optional.of(YearForm.wrong(form, seen, periods.inLines(refusal.faults()))),
                "");
        case 412 -> answer(412, place, now, Optional.of(YearForm.changed(form, seen(now))), "");
        default -> throw refusal;
      };
    }
  }

  /** What can't be read doesn't keep the other fields from being looked at. */
  private CalendarRequest request(PostedForm form, Periods periods) {
    List<Fault> faults = new ArrayList<>(periods.faults());
    try {
      CalendarRequest request = reader.read(YearForm.json(form, periods), CalendarRequest.class);
      if (faults.isEmpty()) {
        return request;
      }
    } catch (Refusal refusal) {
      if (refusal.status() != 400) {
        throw refusal;
      }
      refusal.faults().stream()
          .filter(fault -> periods.faults().isEmpty() || !fault.field().equals(Periods.FIELD))
          .forEach(faults::add);
    }
    throw Refusal.invalid(faults);
  }

  /** Nothing is what was seen of a year that was not announced: then it still must not be. */
  private void load(Place place, CalendarRequest request, String seen) throws SQLException {
    if (seen.isEmpty()) {
      load.announce(place.division(), place.year(), request, caller.caller());
    } else {
      load.load(
          place.division(), place.year(), request, IfMatch.of(Optional.of(seen)), caller.caller());
    }
  }

  private static Response done(Place place) {
    return PageCaller.led(place.address() + "?done=true");
  }

  private static String seen(Optional<CalendarYear> now) {
    return now.map(year -> EntityTags.of(LoadCalendarYear.number(year))).orElse("");
  }

  private static Optional<Division> place(String code) {
    try {
      return Optional.of(new Division(code));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private Response answer(int status, String year, String division, List<Fault> faults)
      throws SQLException {
    return PageCaller.page(
        status,
        Templates.calendar(
            caller.shownName(),
            YearsScreen.of(
                administration.menu(Part.CALENDAR),
                years.present(),
                years.regional(),
                year,
                division,
                faults)));
  }

  private Response answer(
      int status, Place place, Optional<CalendarYear> now, Optional<YearForm> form, String notice) {
    return PageCaller.page(
        status,
        Templates.year(
            caller.shownName(),
            YearScreen.of(
                administration.menu(Part.CALENDAR),
                place,
                now,
                administration.isEverywhere(),
                form,
                notice)));
  }
}
