package disclosure.requests.page.audit;

import disclosure.edge.Refusal;
import disclosure.edge.Role;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern ID =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

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
    Map<String, String> filled = new LinkedHashMap<>();
    put(filled, TrailScreen.FROM, from, AuditPages::day);
    put(filled, TrailScreen.TO, to, AuditPages::day);
    put(filled, TrailScreen.PERSON, person, UnaryOperator.identity());
    put(filled, TrailScreen.SUBJECT, subject, AuditPages::id);
    put(filled, TrailScreen.ACTION, action, UnaryOperator.identity());
    try {
      AuditEntries.Page page =
          entries.page(
              AuditQuery.of(
                  new AuditQuery.Asked(
                      given(filled, TrailScreen.SUBJECT),
                      Optional.empty(),
                      given(filled, TrailScreen.PERSON),
                      given(filled, TrailScreen.ACTION),
                      given(filled, TrailScreen.FROM),
                      given(filled, TrailScreen.TO),
                      before,
                      ROWS)),
              caller.reach());
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
      if (refusal.status() != 400) {
        throw refusal;
      }
      return answer(
          400, TrailScreen.wrong(administration.menu(Part.AUDIT), filled, refusal.faults()));
    }
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

  /** An address of a page is taken for the record that it is about. */
  private static String id(String text) {
    Matcher found = ID.matcher(text);
    return found.find() ? found.group() : text;
  }

  private Response answer(int status, TrailScreen screen) {
    return PageCaller.page(status, Templates.audit(caller.shownName(), screen));
  }
}
