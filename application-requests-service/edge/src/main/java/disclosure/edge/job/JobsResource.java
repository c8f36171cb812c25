package disclosure.edge.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.edge.CurrentCaller;
import disclosure.edge.InputFault;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.storage.job.JobKind;
import disclosure.storage.job.JobProgress;
import disclosure.storage.job.JobTransactions;
import disclosure.storage.job.Jobs;
import disclosure.storage.job.ParkedPiece;
import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * A service's background work, and what of it couldn't be done, for administrators of everything.
 */
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "jobs")
@IfBuildProperty(name = JobsResource.SERVED, stringValue = "true")
class JobsResource {

  /** Whether a service has background work of this kind. */
  static final String SERVED = "jobs.served";

  private static final int MAX_OPEN = 500;

  private final Jobs jobs;
  private final List<JobKind> kinds;
  private final JobTransactions transactions;
  private final JobJournal journal;
  private final ParkedWork parked;
  private final CurrentCaller caller;
  private final Links links;

  JobsResource(
      Jobs jobs,
      @All List<JobKind> kinds,
      JobTransactions transactions,
      JobJournal journal,
      ParkedWork parked,
      CurrentCaller caller,
      Links links) {
    this.links = links;
    this.jobs = jobs;
    this.kinds = kinds;
    this.transactions = transactions;
    this.journal = journal;
    this.parked = parked;
    this.caller = caller;
  }

  /**
   * Some of what is parked.
   *
   * @param next where there is more of it
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record ParkedPieces(List<ParkedPiece> items, Optional<URI> next) {}

  /**
   * Jobs that are to be done.
   *
   * @param next where there are more
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record OpenJobs(List<JobProgress> items, Optional<URI> next) {}

  @GET
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      operationId = "listJobs",
      summary = "Background work that is not finished, the oldest first, 500 jobs by itself")
  public OpenJobs open(
      @RestQuery Optional<String> after, @RestQuery Optional<String> limit, UriInfo uri) {
    caller.requireEverywhere();
    Optional<UUID> last = Parameters.uuid("after", after);
    int most = Parameters.number("limit", limit, 1, MAX_OPEN, MAX_OPEN);
    List<JobProgress> found = transactions.run(connection -> jobs.open(connection, last, most + 1));
    List<JobProgress> items = found.subList(0, Math.min(most, found.size()));
    return new OpenJobs(
        items,
        found.size() > most
            ? Optional.of(links.with(uri, "after", items.get(most - 1).id()))
            : Optional.empty());
  }

  /**
   * Calls a job off. Whichever instance works on it ends with the part at hand, if that is just
   * being stored, and else without it.
   */
  @POST
  @Path("/{id}/cancellation")
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      operationId = "cancelJob",
      summary =
          "Call a job off. What was done stays. What comes up by itself is begun again after an"
              + " hour.")
  @APIResponse(responseCode = "204", description = "Called off, now or before")
  @APIResponse(responseCode = "404", description = "No such job, or it is finished")
  public void cancel(@RestPath String id) {
    caller.requireEverywhere();
    UUID job = Parameters.id(id);
    boolean cancelled =
        transactions.run(
            connection ->
                jobs.cancel(connection, job)
                    ? isToldOfTheEnd(connection, job)
                    : jobs.progress(connection, job).flatMap(JobProgress::cancelledAt).isPresent());
    if (!cancelled) {
      throw Refusal.notFound();
    }
  }

  @GET
  @Path("/parked")
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      operationId = "listParkedParts",
      summary = "Rows and parts that background work gave up, and why")
  public ParkedPieces parked(
      @RestQuery Optional<String> after, @RestQuery Optional<String> limit, UriInfo uri) {
    caller.requireEverywhere();
    int most = Parameters.number("limit", limit, 1, 500, 100);
    if (after.filter(id -> !ParkedWork.isNumber(id)).isPresent()) {
      throw Refusal.invalid(InputFault.NOT_FROM_NEXT.at("after"));
    }
    long last = after.map(Long::valueOf).orElse(0L);
    List<ParkedPiece> found = parked.list(last, most + 1);
    List<ParkedPiece> items = found.subList(0, Math.min(most, found.size()));
    return new ParkedPieces(
        items,
        found.size() > most
            ? Optional.of(links.with(uri, "after", items.get(items.size() - 1).id()))
            : Optional.empty());
  }

  @POST
  @Path("/parked/{id}/retry")
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(operationId = "retryParkedPart", summary = "Have a parked row or part tried again")
  @APIResponse(responseCode = "204", description = "It is tried again")
  @APIResponse(responseCode = "404", description = "Nothing of that number is parked")
  public void retry(@RestPath String id) {
    parked.retry(id);
  }

  private boolean isToldOfTheEnd(Connection connection, UUID job) throws SQLException {
    String name = jobs.progress(connection, job).map(JobProgress::kind).orElseThrow();
    for (JobKind kind : kinds) {
      if (kind.name().equals(name)) {
        kind.cancelled(connection, job);
      }
    }
    journal.cancelled(connection, caller.get(), job);
    return true;
  }
}
