package disclosure.requests.search;

import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Role;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.deadline.ClockBook;
import disclosure.requests.deadline.Clocks;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** What is to be done: applications that are due soon, overdue, or waiting for the applicant. */
@Path("/worklists")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "search")
class WorklistsResource {

  private static final int MAX_WORKING_DAYS = 250;

  private final FindApplications find;
  private final MissingAnswers missing;
  private final Readers readers;
  private final RegisterReader register;
  private final Clocks clocks;
  private final Clock clock;
  private final Links links;

  WorklistsResource(
      FindApplications find,
      MissingAnswers missing,
      Readers readers,
      RegisterReader register,
      Clocks clocks,
      Clock clock,
      Links links) {
    this.find = find;
    this.missing = missing;
    this.readers = readers;
    this.register = register;
    this.clocks = clocks;
    this.clock = clock;
    this.links = links;
  }

  @GET
  @Path("/due")
  @RolesAllowed(Role.RECORDER)
  @Operation(
      operationId = "listDueApplications",
      summary =
          "Applications due within so many working days, today's and overdue ones included, by the"
              + " calendar of each organ")
  public Worklist due(
      @RestQuery Optional<String> workingDays,
      @RestQuery Optional<String> organ,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> handler,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      UriInfo uri)
      throws SQLException {
    LocalDate today = LocalDate.now(clock);
    int days = Parameters.number("workingDays", workingDays, 0, MAX_WORKING_DAYS, 5);
    ClockBook book = clocks.now();
    Function<OrganCode, LocalDate> last =
        code -> days == 0 ? today : book.calendar(code).plusWorkingDays(today, days).date();
    LocalDate farthest =
        days == 0
            ? today
            : book.calendars().stream()
                .map(calendar -> calendar.plusWorkingDays(today, days).date())
                .max(LocalDate::compareTo)
                .orElseThrow();
    Filter filter = filter(organ, scope, handler, today).dueUntil(farthest);
    Optional<PageToken> start = PageToken.of(after, Order.DUE);
    int size = Pages.size(limit);
    Reach reach = readers.reach(filter);
    return register.read(
        reach,
        connection -> {
          long total =
              find.countByDueDate(connection, filter, reach).entrySet().stream()
                  .flatMap(
                      day ->
                          day.getValue().stream()
                              .filter(some -> !day.getKey().isAfter(last.apply(some.organ()))))
                  .mapToLong(FindApplications.OrganCount::count)
                  .sum();
          List<FoundApplication> found = new ArrayList<>();
          Optional<PageToken> pageToken = start;
          boolean more = true;
          // Where an area has days off of its own, some of what is read is due later there.
          while (more && found.size() <= size) {
            List<FoundApplication> part =
                find.list(connection, filter, reach, Order.DUE, pageToken, size + 1, today);
            part.stream()
                .filter(one -> !one.dueOn().orElseThrow().isAfter(last.apply(one.organCode())))
                .forEach(found::add);
            more = part.size() > size;
            pageToken = more ? Optional.of(part.get(size).pageToken(Order.DUE)) : pageToken;
          }
          return new Worklist(
              today,
              total,
              Pages.items(found, size),
              Pages.next(found, size, Order.DUE, links, uri));
        });
  }

  @GET
  @Path("/overdue")
  @RolesAllowed(Role.RECORDER)
  @Operation(
      operationId = "listOverdueApplications",
      summary = "Applications whose due date has passed, the longest overdue first")
  public Worklist overdue(
      @RestQuery Optional<String> organ,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> handler,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      UriInfo uri)
      throws SQLException {
    LocalDate today = LocalDate.now(clock);
    Filter filter = filter(organ, scope, handler, today).dueUntil(today.minusDays(1));
    return list(filter, Order.DUE, after, Pages.size(limit), today, uri);
  }

  @GET
  @Path("/awaiting-correction")
  @RolesAllowed(Role.RECORDER)
  @Operation(
      operationId = "listApplicationsAwaitingCorrection",
      summary = "Applications that wait for the applicant's correction (补正)")
  public Worklist awaitingCorrection(
      @RestQuery Optional<String> organ,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> handler,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      UriInfo uri)
      throws SQLException {
    return waiting(ApplicationStatus.AWAITING_CORRECTION, organ, scope, handler, after, limit, uri);
  }

  @GET
  @Path("/awaiting-payment")
  @RolesAllowed(Role.RECORDER)
  @Operation(
      operationId = "listApplicationsAwaitingPayment",
      summary = "Applications that wait for the applicant's fee")
  public Worklist awaitingPayment(
      @RestQuery Optional<String> organ,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> handler,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      UriInfo uri)
      throws SQLException {
    return waiting(ApplicationStatus.AWAITING_FEE, organ, scope, handler, after, limit, uri);
  }

  @GET
  @Path("/answers-missing")
  @RolesAllowed(Role.RECORDER)
  @Operation(
      operationId = "listApplicationsWithMissingAnswers",
      summary =
          "Applications for which the time of the applicant to correct or to pay, or of who was"
              + " consulted to answer, has passed without an answer; each with what"
              + " was missed; the first received first, and a part may be short though others follow")
  public MissingAnswers.Answer answersMissing(
      @RestQuery Optional<String> organ,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> handler,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      UriInfo uri)
      throws SQLException {
    return missing.find(query(organ, scope, handler), after, limit, uri).answer();
  }

  private Worklist waiting(
      ApplicationStatus status,
      Optional<String> organ,
      Optional<String> scope,
      Optional<String> handler,
      Optional<String> after,
      Optional<String> limit,
      UriInfo uri)
      throws SQLException {
    LocalDate today = LocalDate.now(clock);
    Filter filter = filter(organ, scope, handler, today).withStatuses(Set.of(status));
    return list(filter, Order.RECEIVED, after, Pages.size(limit), today, uri);
  }

  private Worklist list(
      Filter filter, Order order, Optional<String> after, int size, LocalDate today, UriInfo uri)
      throws SQLException {
    Optional<PageToken> pageToken = PageToken.of(after, order);
    Reach reach = readers.reach(filter);
    return register.read(
        reach,
        connection -> {
          List<FoundApplication> found =
              find.list(connection, filter, reach, order, pageToken, size + 1, today);
          return new Worklist(
              today,
              find.count(connection, filter, reach),
              Pages.items(found, size),
              Pages.next(found, size, order, links, uri));
        });
  }

  private static Filter filter(
      Optional<String> organ, Optional<String> scope, Optional<String> handler, LocalDate today) {
    return Filter.of(query(organ, scope, handler), today);
  }

  private static FilterQuery query(
      Optional<String> organ, Optional<String> scope, Optional<String> handler) {
    FilterQuery query = new FilterQuery();
    query.organ = organ.orElse(null);
    query.scope = scope.orElse(null);
    query.handler = handler.orElse(null);
    return query;
  }
}
