package disclosure.requests.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.edge.CurrentCaller;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.security.OrganAccess;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.requests.transaction.WriterTransaction;
import disclosure.storage.job.JobProgress;
import disclosure.storage.job.Jobs;
import disclosure.storage.job.ParkedPiece;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Background work, and what of it couldn't be done, for administrators of everything. */
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "jobs")
class JobsResource {

  private static final int MAX_OPEN = 500;

  private final Jobs jobs;
  private final CancelJob cancel;
  private final WriterTransaction transaction;
  private final RegisterReader register;
  private final AuditTrail audit;
  private final CurrentCaller caller;
  private final OrganAccess access;

  JobsResource(
      Jobs jobs,
      CancelJob cancel,
      WriterTransaction transaction,
      RegisterReader register,
      AuditTrail audit,
      CurrentCaller caller,
      OrganAccess access) {
    this.jobs = jobs;
    this.cancel = cancel;
    this.transaction = transaction;
    this.register = register;
    this.audit = audit;
    this.caller = caller;
    this.access = access;
  }

  /**
   * Some of what is parked.
   *
   * @param next where there is more of it
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Page(List<ParkedPiece> items, Optional<String> next) {}

  /** Jobs that are to be done. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Open(List<JobProgress> items) {}

  @GET
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Background work that is not finished, the oldest first; at most 500 jobs")
  public Open open() throws SQLException {
    requireEverywhere();
    return new Open(register.directory(connection -> jobs.open(connection, MAX_OPEN)));
  }

  @POST
  @Path("/{id}/cancellation")
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      summary =
          "Call a job off: an import, an order to publish or to encrypt anew, a round of due dates"
              + " or of forgetting applicants. What was done stays. What comes up by itself is"
              + " begun again after an hour.")
  @APIResponse(responseCode = "204", description = "Called off, now or before")
  @APIResponse(responseCode = "404", description = "No such job, or it is finished")
  public void cancel(@RestPath String id) {
    requireEverywhere();
    if (!cancel.cancel(Parameters.id(id), caller.get())) {
      throw Refusal.notFound();
    }
  }

  @GET
  @Path("/parked")
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Rows and parts that background work gave up, and why")
  public Page list(@RestQuery Optional<String> after, @RestQuery Optional<String> limit)
      throws SQLException {
    requireEverywhere();
    int most = Parameters.number("limit", limit, 1, 500, 100);
    if (after.filter(id -> !id.matches("\\d{1,18}")).isPresent()) {
      throw Refusal.invalid("after", "应原样使用上一页的值", "must be taken from the page before");
    }
    long last = after.map(Long::valueOf).orElse(0L);
    List<ParkedPiece> found =
        register.directory(connection -> jobs.parked(connection, last, most + 1));
    List<ParkedPiece> items = found.subList(0, Math.min(most, found.size()));
    return new Page(
        items,
        found.size() > most
            ? Optional.of(
                "/jobs/parked?limit=" + most + "&after=" + items.get(items.size() - 1).id())
            : Optional.empty());
  }

  @POST
  @Path("/parked/{id}/retry")
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Have a parked row or part tried again")
  public void retry(@RestPath String id) {
    requireEverywhere();
    if (!id.matches("\\d{1,18}")) {
      throw Refusal.notFound();
    }
    boolean retried =
        transaction.run(
            Reach.EVERYTHING,
            connection -> {
              boolean parked = jobs.retry(connection, Long.parseLong(id));
              if (parked) {
                audit.append(
                    connection, caller.get(), AuditAction.JOB_RETRIED, id, Optional.empty(), 1);
              }
              return parked;
            });
    if (!retried) {
      throw Refusal.notFound();
    }
  }

  private void requireEverywhere() {
    if (!access.reach().everywhere()) {
      throw new ForbiddenException();
    }
  }
}
