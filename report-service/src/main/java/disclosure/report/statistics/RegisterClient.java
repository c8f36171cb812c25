package disclosure.report.statistics;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.rest.client.reactive.jackson.ClientObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The register, asked with this service's own token: comparing its recount with the statistics is
 * this service's duty, whoever looks at the report.
 */
@Path("/")
@RegisterProvider(OwnTokenFilter.class)
@RegisterRestClient(configKey = "register")
interface RegisterClient {

  /** Table three as the register counts it. */
  @GET
  @Path("/tally")
  Uni<Tally> tally(
      @RestQuery String organ,
      @RestQuery int year,
      @RestQuery String scope,
      @RestQuery List<String> without);

  /** What the steps say of the year. */
  @GET
  @Path("/handling")
  Uni<YearReviewAnswer> handling(
      @RestQuery String organ, @RestQuery int year, @RestQuery List<String> without);

  /** One organ of the directory. */
  @GET
  @Path("/organs/{organCode}")
  Uni<DirectoryOrgan> organ(@RestPath String organCode, @RestQuery LocalDate asOf);

  /** The organs below another, at any depth. */
  @GET
  @Path("/organs")
  Uni<OrgansAnswer> subtree(
      @RestQuery String under,
      @RestQuery LocalDate asOf,
      @RestQuery String after,
      @RestQuery int limit);

  /** The organs directly below another. */
  @GET
  @Path("/organs")
  Uni<OrgansAnswer> organs(
      @RestQuery String parent,
      @RestQuery LocalDate asOf,
      @RestQuery String after,
      @RestQuery int limit);

  /** Reads figures exactly. */
  @ClientObjectMapper
  static ObjectMapper exactly(ObjectMapper defaults) {
    return ExactNumbers.in(defaults);
  }
}
