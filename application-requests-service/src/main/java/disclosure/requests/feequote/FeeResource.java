package disclosure.requests.feequote;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.edge.Expected;
import disclosure.edge.Fault;
import disclosure.edge.InputFault;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.requests.fee.FeeBasis;
import disclosure.requests.security.OrganAccess;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The fee of one application. */
@Tag(name = "applications")
@Path("/applications/{id}/fee")
@Blocking
class FeeResource {

  private final FeeQuote quote;
  private final OrganAccess access;

  FeeResource(FeeQuote quote, OrganAccess access) {
    this.quote = quote;
    this.access = access;
  }

  /**
   * A quote over HTTP.
   *
   * @param itemsBefore the applicant's earlier items of the month; absent by page
   * @param amount in 元, to be notified
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @Schema(name = "FeeQuote")
  record View(
      UUID applicationId,
      FeeBasis basis,
      int quantity,
      Optional<Integer> itemsBefore,
      BigDecimal amount,
      String article) {

    static View of(FeeQuote.Quote quote) {
      return new View(
          quote.applicationId(),
          quote.basis(),
          quote.quantity(),
          quote.itemsBefore(),
          quote.amount().amount(),
          quote.article());
    }
  }

  /**
   * What the tariff makes of an application.
   *
   * @param basis BY_ITEM or BY_PAGE
   * @param quantity how many items or pages; 1 if absent
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.RECORDER)
  @Operation(
      operationId = "quoteFee",
      summary = "What may be charged by the tariff, with the applicant's items of the month")
  @APIResponse(
      responseCode = "200",
      description = "The quote",
      content = @Content(schema = @Schema(implementation = View.class)))
  @APIResponse(
      responseCode = "422",
      description = "By item, without an identity number that tells the applicant's other items")
  public View quote(
      @RestPath String id, @RestQuery Optional<String> basis, @RestQuery Optional<String> quantity)
      throws SQLException {
    FeeBasis by =
        Arrays.stream(FeeBasis.values())
            .filter(known -> basis.filter(known.name()::equals).isPresent())
            .findAny()
            .orElseThrow(() -> Refusal.invalid(List.of(wrongBasis())));
    int many = Parameters.number("quantity", quantity, 1, FeeBasis.MAX_QUANTITY, 1);
    return View.of(quote.quote(Parameters.id(id), by, many, access.reach()));
  }

  private static Fault wrongBasis() {
    return InputFault.NOT_ONE_OF.at("basis", Expected.oneOf(FeeBasis.values()));
  }
}
