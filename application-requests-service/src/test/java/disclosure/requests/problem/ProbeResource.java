package disclosure.requests.problem;

import disclosure.edge.Role;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.OrganCode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** A resource that takes everything a request can hold, and one that fails. */
@Path("/probe")
class ProbeResource {

  record Probe(
      @NotNull OrganCode organCode,
      @NotNull Channel channel,
      @NotNull LocalDate on,
      Optional<@Size(max = 5) String> subject,
      Optional<Integer> pages,
      Optional<Boolean> imported,
      Optional<UUID> id,
      Optional<@Valid Inner> applicant,
      @Size(max = 3) List<@Valid @NotNull Inner> steps) {}

  record Inner(@NotNull Channel type) {}

  @POST
  @PermitAll
  public Probe echo(Probe probe) {
    return probe;
  }

  @GET
  @PermitAll
  public String query(@RestQuery String name) {
    return String.valueOf(name);
  }

  @GET
  @Path("/failing")
  @PermitAll
  public String failing() {
    throw new IllegalStateException("secret detail");
  }

  @GET
  @Path("/recorders")
  @RolesAllowed(Role.RECORDER)
  public String recorders() {
    return "fine";
  }

  @GET
  @Path("/forgotten")
  public String forgotten() {
    return "an endpoint without roles is closed";
  }
}
