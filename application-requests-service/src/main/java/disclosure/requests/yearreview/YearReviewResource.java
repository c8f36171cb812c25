package disclosure.requests.yearreview;

import disclosure.edge.Fault;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.security.OrganAccess;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** How applications were handled in a year: what the annual report says beside its tables. */
@Tag(name = "counting")
@Path("/handling")
@Blocking
class YearReviewResource {

  private static final int REGULATION_IN_FORCE = 2008;

  private final ReadYearReview reviews;
  private final OrganAccess access;
  private final Clock clock;

  YearReviewResource(ReadYearReview reviews, OrganAccess access, Clock clock) {
    this.reviews = reviews;
    this.access = access;
    this.clock = clock;
  }

  /**
   * The organ and what was merged into it, without those below it.
   *
   * @param without organs that are left out of those that were merged into the organ
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
  @Operation(
      operationId = "getYearReview",
      summary = "Lateness, fees and gaps of a year, by the steps of its applications")
  @APIResponse(responseCode = "200", description = "Read at one moment")
  @APIResponse(responseCode = "404", description = "No such organ, or not the caller's")
  public YearReview review(
      @RestQuery Optional<String> organ,
      @RestQuery Optional<String> year,
      @RestQuery List<String> without)
      throws SQLException {
    int present = LocalDate.now(clock).getYear();
    int asked =
        Parameters.number(
            "year", Optional.of(year.orElse("")), REGULATION_IN_FORCE, present, present);
    OrganCode code = Parameters.organCode("organ", organ.orElse(""));
    List<Fault> faults = new ArrayList<>();
    Set<OrganCode> leftOut = Parameters.organCodes("without", without, faults);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    if (!access.mayActFor(code)) {
      throw Refusal.notFound();
    }
    return reviews
        .of(code, leftOut, asked, clock.instant(), access.reach())
        .orElseThrow(Refusal::notFound);
  }
}
