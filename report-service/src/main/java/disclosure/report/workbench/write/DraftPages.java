package disclosure.report.workbench.write;

import disclosure.edge.Concurrency;
import disclosure.edge.IfMatch;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.look.Wording;
import disclosure.edge.page.PostedForm;
import disclosure.report.access.ReportAccess;
import disclosure.report.access.ReportIds;
import disclosure.report.content.NamedFigure;
import disclosure.report.content.ReportId;
import disclosure.report.draft.Draft;
import disclosure.report.draft.Drafts;
import disclosure.report.draft.WriteDraft;
import disclosure.report.workbench.Page;
import disclosure.report.workbench.Place;
import disclosure.report.workbench.form.DraftFields;
import disclosure.report.workbench.form.DraftJson;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where a draft is written. */
@Path(Page.REPORT + "/draft")
@Blocking
@RolesAllowed(Role.EDITOR)
class DraftPages {

  private static final int OF_A_PERSON = 6;
  private static final int ALL = 32;

  private final ReportIds ids;
  private final ReportAccess access;
  private final Edits edits;
  private final Drafts drafts;
  private final WriteDraft write;
  private final Page page;

  DraftPages(
      ReportIds ids, ReportAccess access, Edits edits, Drafts drafts, WriteDraft write, Page page) {
    this.ids = ids;
    this.access = access;
    this.edits = edits;
    this.drafts = drafts;
    this.write = write;
    this.page = page;
  }

  @GET
  @Produces(Page.HTML)
  @Concurrency(perClient = OF_A_PERSON, total = ALL)
  @Operation(hidden = true)
  public Response edit(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> start,
      @RestQuery Optional<String> saved) {
    ReportId id = ids.of(organCode, year, scope);
    requireReadable(id);
    return answer(
        200,
        EditPages.of(
            edits.edit(id, start.equals(Optional.of("former"))),
            saved.isPresent() ? Wording.of("已保存。") : ""));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(Page.HTML)
  @Concurrency(perClient = OF_A_PERSON, total = ALL)
  @Operation(hidden = true)
  public Response save(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      String body) {
    ReportId id = ids.of(organCode, year, scope);
    PostedForm form = PostedForm.of(body);
    Optional<Draft> stored = drafts.find(id);
    List<NamedFigure> figures = figures(id, form, stored);
    try {
      write.write(
          id,
          DraftJson.of(id, form, figures),
          IfMatch.of(form.first(Page.SEEN).filter(tag -> !tag.isEmpty())));
      return Page.led(Place.of(id, "draft", "saved=true"));
    } catch (Refusal refusal) {
      return switch (refusal.status()) {
        case 400, 413, 422 -> again(id, form, figures, refusal);
        case 412, 428 -> changed(id, form, refusal);
        default -> throw refusal;
      };
    }
  }

  /** Nothing that was typed is lost, whatever is wrong. */
  private Response again(ReportId id, PostedForm form, List<NamedFigure> figures, Refusal refusal) {
    requireReadable(id);
    return answer(
        refusal.status(),
        EditPages.refused(
            edits.typed(id, values(id, form, figures), figures, form.first(Page.SEEN).orElse("")),
            refusal));
  }

  private Response changed(ReportId id, PostedForm form, Refusal refusal) {
    requireReadable(id);
    Draft stored = drafts.find(id).orElseThrow(() -> refusal);
    List<NamedFigure> figures = stored.content().figures();
    return answer(
        412,
        EditPages.changed(
            edits.typed(id, values(id, form, figures), figures, stored.etag()), stored));
  }

  /** Of the first version, those that its page asked for. */
  private List<NamedFigure> figures(ReportId id, PostedForm form, Optional<Draft> stored) {
    return edits.figures(id, stored).stream()
        .filter(figure -> stored.isPresent() || form.first(DraftFields.figure(figure)).isPresent())
        .toList();
  }

  /** As who writes is let through: he goes on while the statistics are away. */
  private void requireReadable(ReportId id) {
    if (!access.isNamed(id) || drafts.find(id).isEmpty()) {
      access.requireReadable(id);
    }
  }

  private static Map<String, String> values(
      ReportId id, PostedForm form, List<NamedFigure> figures) {
    List<String> names = new ArrayList<>(DraftFields.TEXTS);
    names.add(DraftFields.SIGNED_BY);
    names.add(DraftFields.SIGNED_ON);
    DraftFields.table(id)
        .forEach(group -> group.fields().forEach(field -> names.add(field.name())));
    figures.forEach(figure -> names.add(DraftFields.figure(figure)));
    Map<String, String> values = new HashMap<>();
    names.forEach(name -> values.put(name, form.first(name).orElse("")));
    return values;
  }

  private Response answer(int status, EditPage shown) {
    return Page.answer(status, Templates.edit(page.person(), shown));
  }
}
