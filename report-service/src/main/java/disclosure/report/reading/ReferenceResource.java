package disclosure.report.reading;

import disclosure.edge.Role;
import disclosure.report.access.ReportIds;
import disclosure.report.content.ReportId;
import disclosure.report.reference.Proposal;
import disclosure.report.reference.Reference;
import disclosure.report.reference.References;
import disclosure.report.reference.ReferringText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where an editor finds the figures to refer to, and sentences that do. */
@Tag(name = "writing")
@Path("/reports/{organCode}/{year}")
@RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class ReferenceResource {

  private final ReportIds ids;
  private final ReportReader reader;

  ReferenceResource(ReportIds ids, ReportReader reader) {
    this.ids = ids;
    this.reader = reader;
  }

  /** The figures whose names begin with the prefix, with the values of this moment. */
  @GET
  @Path("/references")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listReferences",
      summary = "The figures that texts can refer to, by the beginning of their names")
  @APIResponse(
      responseCode = "200",
      description = "Names, labels and live values",
      content = @Content(schema = @Schema(implementation = ReferencesAnswer.class)))
  @APIResponse(responseCode = "404", description = "No such organ, or none the client may see")
  @APIResponse(responseCode = "503", description = "The figures can't be had in full just now")
  public Response references(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> prefix) {
    String beginning = prefix.orElse("");
    return answer(
        new ReferencesAnswer(
            reader.references(ids.of(organCode, year, scope)).all().stream()
                .filter(reference -> reference.name().startsWith(beginning))
                .toList(),
            Optional.empty()));
  }

  /** The usual sentences, to be taken over as they are or changed. */
  @GET
  @Path("/proposals")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listProposals",
      summary = "The usual sentences of a report, with references and as they would print")
  @APIResponse(
      responseCode = "200",
      description = "Sentences with the section they belong in",
      content = @Content(schema = @Schema(implementation = ProposalsAnswer.class)))
  @APIResponse(responseCode = "404", description = "No such organ, or none the client may see")
  @APIResponse(responseCode = "503", description = "The figures can't be had in full just now")
  public Response proposals(
      @RestPath String organCode, @RestPath String year, @RestQuery Optional<String> scope) {
    ReportId id = ids.of(organCode, year, scope);
    References references = reader.references(id);
    return answer(
        new ProposalsAnswer(
            Proposal.of(id.year()).stream()
                .map(proposal -> ProposedSentence.of(proposal, references))
                .toList(),
            Optional.empty()));
  }

  private static Response answer(Object list) {
    return Response.ok(list).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  /** All figures that fit. */
  record ReferencesAnswer(List<Reference> items, Optional<String> next) {}

  /** All usual sentences. */
  record ProposalsAnswer(List<ProposedSentence> items, Optional<String> next) {}

  /** A sentence with its references, and as it would print just now. */
  record ProposedSentence(String section, String text, String printed) {

    static ProposedSentence of(Proposal proposal, References references) {
      return new ProposedSentence(
          proposal.section(),
          proposal.text(),
          new ReferringText(proposal.text()).filled(references));
    }
  }
}
