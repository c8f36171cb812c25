package disclosure.requests.page.worklist;

import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.StrictJson;
import disclosure.edge.look.Wording;
import disclosure.edge.page.PostedForm;
import disclosure.requests.clock.ClockReading;
import disclosure.requests.clock.Timeliness;
import disclosure.requests.deadline.DueDates;
import disclosure.requests.page.PageCaller;
import disclosure.requests.page.Screen;
import disclosure.requests.page.administration.Administration;
import disclosure.requests.page.form.FormJson;
import disclosure.requests.search.ApplicationPage;
import disclosure.requests.search.FilterQuery;
import disclosure.requests.search.FoundApplication;
import disclosure.requests.search.ListApplications;
import disclosure.requests.search.MissingAnswers;
import disclosure.requests.search.SearchRequest;
import disclosure.requests.store.ReadApplication;
import disclosure.requests.store.StoredApplication;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What is to be done, and searches. */
@Path(Screen.PATH)
@Blocking
@RolesAllowed(Role.RECORDER)
class WorklistPages {

  private static final Optional<String> ROWS = Optional.of("20");
  private static final Optional<String> MISSING = Optional.of("50");
  private static final Pattern AFTER = Pattern.compile("(?:^|&)after=([^&]*)");
  private static final String REFUSED = "没有此行政机关，或者您无权办理它的申请。";

  private final ListApplications lists;
  private final MissingAnswers missingAnswers;
  private final ReadApplication read;
  private final DueDates dueDates;
  private final StrictJson reader;
  private final PageCaller caller;
  private final Administration administration;

  WorklistPages(
      ListApplications lists,
      MissingAnswers missingAnswers,
      ReadApplication read,
      DueDates dueDates,
      StrictJson reader,
      PageCaller caller,
      Administration administration) {
    this.lists = lists;
    this.missingAnswers = missingAnswers;
    this.read = read;
    this.dueDates = dueDates;
    this.reader = reader;
    this.caller = caller;
    this.administration = administration;
  }

  @GET
  @Produces(PageCaller.HTML)
  @RolesAllowed({Role.RECORDER, Role.ADMINISTRATOR})
  @Operation(hidden = true)
  public Response worklist(@BeanParam WorklistParameters parameters, UriInfo uri)
      throws SQLException {
    if (!administration.isClerk()) {
      return PageCaller.led(Administration.HOME);
    }
    Map<String, String> filled = parameters.filled();
    try {
      View view = View.of(filled);
      Map<String, String> asked = new HashMap<>(filled);
      view.statuses().ifPresent(statuses -> asked.put("status", statuses));
      ApplicationPage page = page(view, FilterQuery.of(asked), parameters.after(), uri);
      return answer(
          200,
          Worklist.of(
              filled,
              caller.organs(),
              List.of(),
              "",
              found(missing(view, asked, parameters.after(), uri), page),
              mine(uri)));
    } catch (Refusal refusal) {
      return switch (refusal.status()) {
        case 400 ->
            answer(
                400,
                Worklist.of(
                    filled,
                    caller.organs(),
                    refusal.faults(),
                    "",
                    Worklist.Found.NOTHING,
                    mine(uri)));
        case 404 ->
            answer(
                404,
                Worklist.of(
                    filled,
                    caller.organs(),
                    List.of(),
                    Wording.of(REFUSED),
                    Worklist.Found.NOTHING,
                    mine(uri)));
        default -> throw refusal;
      };
    }
  }

  private ApplicationPage page(View view, FilterQuery asked, Optional<String> after, UriInfo uri)
      throws SQLException {
    if (view == View.MISSING) {
      MissingAnswers.Part part = missingAnswers.find(asked, after, ROWS, uri);
      return new ApplicationPage(part.items(), part.next());
    }
    return lists.list(asked, Optional.of(view.sort()), after, ROWS, uri);
  }

  /** By a name, which stands in no address. */
  @POST
  @Path("/search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response search(String body, UriInfo uri) throws SQLException {
    PostedForm form = PostedForm.of(body);
    String name = form.first(Worklist.NAME).orElse("").strip();
    Optional<String> after = form.first("after").filter(token -> !token.isEmpty());
    try {
      SearchRequest request =
          reader.read(new FormJson(form).with(Worklist.NAME, name).bytes(), SearchRequest.class);
      ApplicationPage page = lists.search(request, after, ROWS, uri);
      String token =
          page.next()
              .map(next -> AFTER.matcher(next.getRawQuery()))
              .filter(Matcher::find)
              .map(found -> found.group(1))
              .orElse("");
      return answer(
          200,
          Worklist.ofSearch(
              name, caller.organs(), List.of(), token, found(Worklist.Missing.NONE, page)));
    } catch (Refusal refusal) {
      if (refusal.status() != 400) {
        throw refusal;
      }
      return answer(
          400,
          Worklist.ofSearch(name, caller.organs(), refusal.faults(), "", Worklist.Found.NOTHING));
    }
  }

  /**
   * Where those are that the person handles, as offices do that call people by their names here.
   */
  private String mine(UriInfo uri) throws SQLException {
    String person = caller.person();
    boolean handles =
        person.length() <= Worklist.LONGEST_TEXT
            && !lists
                .list(
                    FilterQuery.of(Map.of("handler", person)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("1"),
                    uri)
                .items()
                .isEmpty();
    return handles
        ? Screen.PATH + "?handler=" + URLEncoder.encode(person, StandardCharsets.UTF_8)
        : "";
  }

  /** What is to be done though its clock stands still comes before what is due, once. */
  private Worklist.Missing missing(
      View view, Map<String, String> asked, Optional<String> after, UriInfo uri)
      throws SQLException {
    return view == View.DUE && after.isEmpty()
        ? Worklist.Missing.of(missingAnswers.glance(FilterQuery.of(asked), MISSING, uri))
        : Worklist.Missing.NONE;
  }

  private Worklist.Found found(Worklist.Missing missing, ApplicationPage page) throws SQLException {
    List<UUID> open =
        page.items().stream()
            .filter(one -> one.concludedOn().isEmpty())
            .map(FoundApplication::id)
            .toList();
    Map<UUID, ClockReading> readings = new HashMap<>();
    for (StoredApplication stored : read.find(open, caller.reach())) {
      stored
          .understood()
          .map(application -> dueDates.reading(application, caller.now()))
          .filter(reading -> reading.timeliness() != Timeliness.VOIDED)
          .ifPresent(reading -> readings.put(stored.id(), reading));
    }
    return new Worklist.Found(missing, page.items(), readings, page.next());
  }

  private Response answer(int status, Worklist list) {
    return PageCaller.page(
        status, Templates.worklist(caller.shownName(), list, administration.address()));
  }
}
