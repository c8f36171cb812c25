package disclosure.report.statistics;

import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.statistics.contract.DisputeTable;
import disclosure.statistics.contract.Matrix;
import io.quarkus.rest.client.reactive.jackson.ClientObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The statistics service, asked with the caller's own token: it alone keeps the hierarchy of
 * organs, so whether a token for a county reaches one of its offices is its answer, and the figures
 * that come back are ones that the caller may see.
 */
@Path("/")
@RegisterRestClient(configKey = "statistics")
interface StatisticsClient {

  /**
   * Whether the tables of an organ and a year are for the caller; and of a subtree, which of those
   * that lay in it when the year began or ended.
   */
  @GET
  @Path("/visibility")
  Uni<Visibility> visibility(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @RestQuery String organ,
      @RestQuery int year,
      @RestQuery String scope);

  /** Table three. */
  @GET
  @Path("/matrix")
  Uni<Matrix> matrix(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @RestQuery String organ,
      @RestQuery int year,
      @RestQuery String scope,
      @RestQuery List<String> without);

  /** Table four. */
  @GET
  @Path("/disputes")
  Uni<DisputeTable> disputes(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @RestQuery String organ,
      @RestQuery int year,
      @RestQuery String scope,
      @RestQuery List<String> without);

  /** The organs that table three is made of, and those that ended and are counted nowhere. */
  @GET
  @Path("/matrix/organs")
  Uni<ContributionsAnswer> organs(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @RestQuery String organ,
      @RestQuery int year,
      @RestQuery String scope,
      @RestQuery boolean ended,
      @RestQuery String after,
      @RestQuery int limit);

  /** Some of the applications behind a cell. */
  @GET
  @Path("/matrix/cell")
  Uni<CellAnswer> cell(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @RestQuery String organ,
      @RestQuery int year,
      @RestQuery String scope,
      @RestQuery List<String> without,
      @RestQuery String row,
      @RestQuery String column,
      @RestQuery String after,
      @RestQuery int limit);

  /** Reads figures exactly. */
  @ClientObjectMapper
  static ObjectMapper exactly(ObjectMapper defaults) {
    return ExactNumbers.in(defaults);
  }
}
