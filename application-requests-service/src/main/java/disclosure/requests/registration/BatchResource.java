package disclosure.requests.registration;

import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.edge.Concurrency;
import disclosure.edge.CurrentCaller;
import disclosure.edge.Language;
import disclosure.edge.Role;
import disclosure.edge.StrictJson;
import disclosure.edge.trace.Traces;
import disclosure.requests.security.OrganAccess;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Applications in any number, one a line. */
@Tag(name = "applications")
@Path("/applications/batch")
@Blocking
class BatchResource {

  static final String NDJSON = "application/x-ndjson";

  private static final Logger LOG = Logger.getLogger(BatchResource.class);

  private final RegisterApplications register;
  private final StrictJson reader;
  private final ObjectMapper writer;
  private final Clock clock;
  private final CurrentCaller caller;
  private final OrganAccess access;
  private final Traces traces;

  BatchResource(
      RegisterApplications register,
      StrictJson reader,
      ObjectMapper writer,
      Clock clock,
      CurrentCaller caller,
      OrganAccess access,
      Traces traces) {
    this.register = register;
    this.reader = reader;
    this.writer = writer;
    this.clock = clock;
    this.caller = caller;
    this.access = access;
    this.traces = traces;
  }

  /**
   * Logs applications as they arrive, and answers each line once it is stored. The client reads
   * answers while it sends: when it doesn't, the service stops reading too.
   */
  @POST
  @Consumes(NDJSON)
  @Produces(NDJSON)
  @RolesAllowed(Role.RECORDER)
  @Concurrency(perClient = 16, total = 60)
  @Operation(
      operationId = "registerBatch",
      summary = "Register many applications, one a line; each line is answered by a line")
  @RequestBody(
      description = "One application a line, in JSON",
      content =
          @Content(
              mediaType = NDJSON,
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      format = "binary",
                      contentMediaType = NDJSON,
                      contentSchema = ApplicationRequest.class)))
  @APIResponse(
      responseCode = "200",
      description =
          "The answer to each line, as soon as it is stored: to be read while lines are sent, or 200"
              + " of them at a time",
      content =
          @Content(
              mediaType = NDJSON,
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      description = "One LineAnswer a line, in JSON",
                      contentMediaType = NDJSON,
                      contentSchema = LineAnswer.class)))
  public StreamingOutput post(
      InputStream lines, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> language) {
    BatchRun batch =
        new BatchRun(
            register,
            reader,
            writer,
            clock,
            caller.get(),
            access.reach(),
            Language.of(language),
            traces.current());
    return answers -> {
      try {
        batch.run(lines, answers);
      } catch (IOException gone) {
        LOG.info("A client went away in the middle of its batch; what was stored stays");
        throw new BadRequestException(gone);
      }
    };
  }
}
