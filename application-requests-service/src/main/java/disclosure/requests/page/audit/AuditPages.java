package disclosure.requests.page.audit;

import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.page.PostedForm;
import disclosure.requests.audit.AuditEntries;
import disclosure.requests.audit.AuditEntry;
import disclosure.requests.audit.AuditQuery;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.organ.OrganNames;
import disclosure.requests.page.PageCaller;
import disclosure.requests.page.Screen;
import disclosure.requests.page.administration.Administration;
import disclosure.requests.page.administration.Part;
import disclosure.requests.page.form.Typed;
import disclosure.requests.transaction.Reach;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** The trail, looked through by day, person, object and what was done. */
@Path(Screen.PATH + "/audit")
@Blocking
@RolesAllowed(Role.ADMINISTRATOR)
class AuditPages {

  private static final Optional<String> ROWS = Optional.of("50");

  private final AuditEntries entries;
  private final OrganNames names;
  private final PageCaller caller;
  private final Administration administration;

  AuditPages(
      AuditEntries entries, OrganNames names, PageCaller caller, Administration administration) {
    this.entries = entries;
    this.names = names;
    this.caller = caller;
    this.administration = administration;
  }

  @GET
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response trail(
      @RestQuery Optional<String> from,
      @RestQuery Optional<String> to,
      @RestQuery Optional<String> person,
      @RestQuery Optional<String> subject,
      @RestQuery Optional<String> action,
      @RestQuery Optional<String> before)
      throws SQLException {
    Map<String, String> filled = filled(from, to, person, subject, action);
    try {
      AuditEntries.Page page = entries.page(query(filled, before), caller.reach());
      return answer(
          200,
          TrailScreen.of(
              administration.menu(Part.AUDIT),
              filled,
              page.items(),
              page.before(),
              namesIn(page.items()),
              administration.isClerk()));
    } catch (Refusal refusal) {
      return wrong(filled, refusal);
    }
  }

  /** Leads to what was asked for: what is wrong, which may be a name, stands in no address. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response look(String body) throws SQLException {
    PostedForm form = PostedForm.of(body);
    Map<String, String> filled =
        filled(
            form.first(TrailScreen.FROM),
            form.first(TrailScreen.TO),
            form.first(TrailScreen.PERSON),
            form.first(TrailScreen.SUBJECT),
            form.first(TrailScreen.ACTION));
    try {
      query(filled, Optional.empty());
      return isKnown(given(filled, TrailScreen.PERSON))
          ? PageCaller.led(TrailScreen.address(filled))
          : answer(200, TrailScreen.unknown(administration.menu(Part.AUDIT), filled));
    } catch (Refusal refusal) {
      return wrong(filled, refusal);
    }
  }

  /** A name of which the trail knows nothing may be an applicant's, and comes into no address. */
  private boolean isKnown(Optional<String> person) throws SQLException {
    return person.isEmpty()
        || !entries
            .page(query(Map.of(TrailScreen.PERSON, person.get()), Optional.empty()), caller.reach())
            .items()
            .isEmpty();
  }

  private Response wrong(Map<String, String> filled, Refusal refusal) {
    if (refusal.status() != 400) {
      throw refusal;
    }
    return answer(
        400, TrailScreen.wrong(administration.menu(Part.AUDIT), filled, refusal.faults()));
  }

  private static Map<String, String> filled(
      Optional<String> from,
      Optional<String> to,
      Optional<String> person,
      Optional<String> subject,
      Optional<String> action) {
    Map<String, String> filled = new LinkedHashMap<>();
    put(filled, TrailScreen.FROM, from, AuditPages::day);
    put(filled, TrailScreen.TO, to, AuditPages::day);
    put(filled, TrailScreen.PERSON, person, UnaryOperator.identity());
    put(filled, TrailScreen.SUBJECT, subject, Subject::in);
    put(filled, TrailScreen.ACTION, action, UnaryOperator.identity());
    return filled;
  }

  private static AuditQuery query(Map<String, String> filled, Optional<String> before) {
    List<Fault> faults = new ArrayList<>();
    Optional<String> subject = given(filled, TrailScreen.SUBJECT);
    if (subject.filter(text -> !Subject.isOne(text)).isPresent()) {
      faults.add(Subject.wrong());
    }
    try {
      AuditQuery query =
          AuditQuery.of(
              new AuditQuery.Asked(
                  subject,
                  Optional.empty(),
                  given(filled, TrailScreen.PERSON),
                  given(filled, TrailScreen.ACTION),
                  given(filled, TrailScreen.FROM),
                  given(filled, TrailScreen.TO),
                  before,
                  ROWS));
      if (faults.isEmpty()) {
        return query;
      }
    } catch (Refusal refusal) {
      faults.addAll(refusal.faults());
    }
    throw Refusal.invalid(faults);
  }

  private Map<OrganCode, String> namesIn(List<AuditEntry> items) throws SQLException {
    Set<OrganCode> organs =
        items.stream()
            .flatMap(
                entry -> Stream.concat(entry.organCode().stream(), Stream.of(entry.subjectId())))
            .filter(OrganCode::isValid)
            .map(OrganCode::new)
            .collect(Collectors.toSet());
    Map<OrganCode, String> found = new HashMap<>();
    if (!organs.isEmpty()) {
      names
          .of(new Reach(false, organs), organs.size())
          .forEach(one -> found.put(one.code(), one.name()));
    }
    return found;
  }

  private static void put(
      Map<String, String> filled,
      String name,
      Optional<String> text,
      UnaryOperator<String> plainly) {
    text.map(String::strip)
        .filter(some -> !some.isEmpty())
        .ifPresent(some -> filled.put(name, plainly.apply(some)));
  }

  private static Optional<String> given(Map<String, String> filled, String name) {
    return Optional.ofNullable(filled.get(name));
  }

  private static String day(String text) {
    return Typed.plainly(LocalDate.class, text);
  }

  private Response answer(int status, TrailScreen screen) {
    return PageCaller.page(status, Templates.audit(caller.shownName(), screen));
  }
}
