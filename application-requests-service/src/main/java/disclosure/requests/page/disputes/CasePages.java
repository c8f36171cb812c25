package disclosure.requests.page.disputes;

import disclosure.edge.EntityTags;
import disclosure.edge.Fault;
import disclosure.edge.IfMatch;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.StrictJson;
import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import disclosure.edge.look.Wording;
import disclosure.edge.page.PostedForm;
import disclosure.requests.deadline.DueDates;
import disclosure.requests.dispute.AppendDisputeStep;
import disclosure.requests.dispute.Dispute;
import disclosure.requests.dispute.DisputeStep;
import disclosure.requests.dispute.DisputeStepRequest;
import disclosure.requests.dispute.ReadDisputes;
import disclosure.requests.dispute.RecordDispute;
import disclosure.requests.dispute.ResultRequest;
import disclosure.requests.organ.OrganNames;
import disclosure.requests.page.CaseLine;
import disclosure.requests.page.PageCaller;
import disclosure.requests.page.form.Fields;
import disclosure.requests.page.form.Words;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** One case: how it stands, how it ended, and what is recorded of it. */
@Path("/register/disputes/{id}")
@Blocking
@RolesAllowed(Role.RECORDER)
class CasePages {

  /** More than any case has. */
  private static final int STEPS = 500;

  private final ReadDisputes read;
  private final RecordDispute record;
  private final AppendDisputeStep append;
  private final OrganNames names;
  private final DueDates dueDates;
  private final StrictJson reader;
  private final PageCaller caller;

  CasePages(
      ReadDisputes read,
      RecordDispute record,
      AppendDisputeStep append,
      OrganNames names,
      DueDates dueDates,
      StrictJson reader,
      PageCaller caller) {
    this.read = read;
    this.record = record;
    this.append = append;
    this.names = names;
    this.dueDates = dueDates;
    this.reader = reader;
    this.caller = caller;
  }

  /** A case with what was recorded of it. */
  private record Found(Dispute dispute, List<DisputeStep> steps) {}

  @GET
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response show(
      @RestPath String id, @RestQuery Optional<String> step, @RestQuery Optional<String> done)
      throws SQLException {
    Found found = found(Parameters.id(id));
    Optional<CaseForm.Choice> choice = step.map(CaseForm.Choice::of);
    List<CaseForm> form = new ArrayList<>();
    if (choice.filter(CaseForm.Choice.next(found.dispute())::contains).isPresent()) {
      form.add(form(choice.get(), found, prefilled(found.dispute()), List.of(), Seen.of(found)));
    }
    return answer(200, found, form, done.isPresent() ? Wording.of("已登记。") : "");
  }

  @POST
  @Path("/steps")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response post(@RestPath String id, String body) throws SQLException {
    PostedForm form = PostedForm.of(body);
    UUID dispute = Parameters.id(id);
    CaseForm.Choice choice = CaseForm.Choice.of(form.first(CaseForm.TYPE).orElse(""));
    try {
      post(dispute, choice, form);
      return done(dispute);
    } catch (Refusal refusal) {
      return switch (refusal.status()) {
        case 400, 409, 412, 422 -> again(dispute, choice, form, refusal);
        default -> throw refusal;
      };
    }
  }

  private void post(UUID dispute, CaseForm.Choice choice, PostedForm form) {
    byte[] json = CaseForm.json(choice, form);
    IfMatch expected = IfMatch.of(form.first(CaseForm.SEEN).or(() -> Optional.of("")));
    if (choice.step().isPresent()) {
      append.append(
          dispute,
          reader.read(json, DisputeStepRequest.class),
          expected,
          caller.caller(),
          caller.reach());
    } else {
      record.close(dispute, reader.read(json, ResultRequest.class), expected);
    }
  }

  /** Nothing that was filled in is lost, whatever is wrong. */
  private Response again(UUID id, CaseForm.Choice choice, PostedForm form, Refusal refusal)
      throws SQLException {
    Found found = found(id);
    // Who isn't shown what others recorded has not seen it, whatever else was wrong.
    boolean told = refusal.status() == 412;
    CaseForm filled =
        form(choice, found, form::all, refusal.faults(), told ? Seen.of(found) : Seen.of(form));
    Errors errors = told ? changed(found, Seen.of(form)) : filled.errors();
    return answer(
        refusal.status(),
        found,
        List.of(new CaseForm(filled.title(), filled.fields(), errors)),
        "");
  }

  /** What others have recorded since the form was opened. */
  private static Errors changed(Found found, Seen seen) {
    List<Errors.Entry> entries = new ArrayList<>();
    found.steps().stream()
        .filter(step -> step.sequence() > seen.steps())
        .forEach(step -> entries.add(new Errors.Entry("", CaseScreen.named(step))));
    Dispute dispute = found.dispute();
    entries.add(
        new Errors.Entry(
            "",
            Wording.of(
                "案件现在的结果：%s",
                dispute
                    .result()
                    .map(Words::of)
                    .map(
                        label ->
                            dispute
                                .closedOn()
                                .map(day -> Wording.of("%s（%s审结）", label, ChineseDates.of(day)))
                                .orElse(label))
                    .orElseGet(() -> Wording.of("尚未审结")))));
    return new Errors(
        Wording.of("这个案件刚刚被他人修改，您填写的内容尚未登记"),
        Wording.of("以下是新登记的环节和现在的结果。您填写的内容仍保留在表单中，请核对后再次提交。"),
        entries);
  }

  /**
   * What a form was filled in before.
   *
   * @param tag the entity tag of the case
   * @param steps how many steps it had
   */
  private record Seen(String tag, int steps) {

    static Seen of(Found found) {
      return new Seen(EntityTags.of(found.dispute().version()), found.steps().size());
    }

    static Seen of(PostedForm form) {
      return new Seen(
          form.first(CaseForm.SEEN).orElse(""),
          form.first(CaseForm.STEPS)
              .filter(digits -> digits.matches("\\d{1,4}"))
              .map(Integer::parseInt)
              .orElse(0));
    }
  }

  /** Today; of a case that has ended, how it did. */
  private Function<String, List<String>> prefilled(Dispute dispute) {
    Map<String, String> known =
        Map.of(
            "on",
            dueDates.today(caller.now()).toString(),
            "result",
            dispute.result().map(Enum::name).orElse(""),
            "closedOn",
            dispute.closedOn().map(Object::toString).orElse(""));
    return name -> Optional.ofNullable(known.get(name)).stream().toList();
  }

  private CaseForm form(
      CaseForm.Choice choice,
      Found found,
      Function<String, List<String>> values,
      List<Fault> faults,
      Seen seen) {
    return CaseForm.of(
        choice,
        found.dispute(),
        values,
        faults,
        List.<Field>of(
            Fields.hidden(CaseForm.SEEN, seen.tag()),
            Fields.hidden(CaseForm.STEPS, Integer.toString(seen.steps()))));
  }

  private Found found(UUID id) throws SQLException {
    return new Found(read.find(id, caller.reach()), read.steps(id, 0, STEPS, caller.reach()));
  }

  private static Response done(UUID id) {
    return PageCaller.led(CaseLine.address(id) + "?done=true");
  }

  private Response answer(int status, Found found, List<CaseForm> form, String notice)
      throws SQLException {
    return PageCaller.page(
        status,
        Templates.dispute(
            caller.shownName(),
            CaseScreen.of(
                found.dispute(),
                names.of(found.dispute().organCode()),
                found.steps(),
                form,
                notice)));
  }
}
