package disclosure.report.release;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.Text;
import disclosure.report.access.ReportAccess;
import disclosure.report.access.ReportIds;
import disclosure.report.check.Result;
import disclosure.report.check.Verdict;
import disclosure.report.check.Waiver;
import disclosure.report.content.ReportId;
import disclosure.report.publication.KeptReason;
import disclosure.report.publication.KeptReasons;
import disclosure.report.reading.JudgedReport;
import disclosure.report.reading.ReportReader;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where reasons are kept for which a report may be published although a check finds something. */
@Tag(name = "publication")
@Path("/reports/{organCode}/{year}/reasons")
@Produces(MediaType.APPLICATION_JSON)
class ReasonResource {

  private static final int MAX_PAGE = 100;

  private final ReportIds ids;
  private final ReportReader reader;
  private final KeptReasons reasons;
  private final ReportAccess access;
  private final CurrentCaller caller;
  private final Clock clock;
  private final Links links;

  ReasonResource(
      ReportIds ids,
      ReportReader reader,
      KeptReasons reasons,
      ReportAccess access,
      CurrentCaller caller,
      Clock clock,
      Links links) {
    this.ids = ids;
    this.reader = reader;
    this.reasons = reasons;
    this.access = access;
    this.caller = caller;
    this.clock = clock;
    this.links = links;
  }

  /** Keeps a reason for all that a check finds now; what it finds later wants another. */
  @PUT
  @Path("/{check}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.EDITOR)
  @Operation(
      operationId = "keepReason",
      summary = "Say why the report may be published although a check finds something")
  @APIResponse(
      responseCode = "200",
      description = "The reason is kept, or already was",
      content = @Content(schema = @Schema(implementation = KeptReason.class)))
  @APIResponse(responseCode = "403", description = "Not an organ that the client writes for")
  @APIResponse(responseCode = "404", description = "No such report or check")
  @APIResponse(responseCode = "409", description = "The check holds, or no reason can overrule it")
  public Response keep(
      @RestPath String organCode,
      @RestPath String year,
      @RestPath String check,
      @RestQuery Optional<String> scope,
      ReasonBody body) {
    ReportId id = ids.of(organCode, year, scope);
    access.requireWritable(id);
    JudgedReport report = reader.judge(id);
    Verdict verdict =
        report.verdicts().stream()
            .filter(one -> Integer.toString(one.check().number()).equals(check))
            .findFirst()
            .orElseThrow(Refusal::notFound);
    requireOpen(verdict);
    KeptReason kept =
        new KeptReason(
            verdict.check().number(),
            verdict.findings().stream().map(Text::chinese).toList(),
            body.reason(),
            caller.clientId(),
            clock.instant());
    if (!report.reason(verdict).equals(Optional.of(body.reason()))) {
      reasons.add(id, kept);
    }
    return Response.ok(kept).build();
  }

  /** Every reason that was ever given, by whom and when. */
  @GET
  @RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
  @Operation(operationId = "listReasons", summary = "The reasons that were given, the newest first")
  @APIResponse(
      responseCode = "200",
      description = "As many as the limit says, 100 by itself",
      content = @Content(schema = @Schema(implementation = Reasons.class)))
  @APIResponse(responseCode = "404", description = "No such organ, or none the client may see")
  public Response list(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      UriInfo uri) {
    ReportId id = access.readable(organCode, year, scope);
    int size = Parameters.number("limit", limit, 1, MAX_PAGE, MAX_PAGE);
    int before = Parameters.number("after", after, 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
    KeptReasons.Page page = reasons.before(id, before, size);
    return Response.ok(
            new Reasons(page.items(), page.last().map(last -> links.with(uri, "after", last))))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static void requireOpen(Verdict verdict) {
    if (verdict.check().waiver() == Waiver.NONE || verdict.result() != Result.BROKEN) {
      throw new Refusal(
          409,
          "no-reason-wanted",
          new Text("此项不能以理由放行", "No reason can be given for this check"),
          why(verdict),
          List.of());
    }
  }

  private static Text why(Verdict verdict) {
    return switch (verdict.result()) {
      case BROKEN -> new Text("此项勾稽关系必须成立，请更正数据。", "This check must hold; mend the figures.");
      case HOLDS -> new Text("此项校核没有发现问题。", "The check finds nothing.");
      case NOT_APPLICABLE ->
          new Text("此项校核不适用于本报告。", "The check is not about this kind of report.");
      case UNDECIDED ->
          verdict.blocks()
              ? new Text(
                  "此项校核暂时缺少对照数据，尚未核对；核对成立后方可公布，不能以理由代替。",
                  "What the check compares with is missing just now; it must hold before the report"
                      + " is published, and no reason stands in for that.")
              : new Text(
                  "此项校核缺少对照数据，未能核对；不妨碍公布，无需说明理由。",
                  "What the check compares with is missing, so it was not made. That does not stand"
                      + " against publication, and no reason is wanted.");
    };
  }

  /** Some reasons, and where those before them are. */
  @Schema(name = "KeptReasons")
  record Reasons(List<KeptReason> items, Optional<URI> next) {}
}
