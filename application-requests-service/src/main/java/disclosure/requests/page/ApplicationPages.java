package disclosure.requests.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.EntityTags;
import disclosure.edge.Fault;
import disclosure.edge.IfMatch;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.StrictJson;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import disclosure.edge.look.Wording;
import disclosure.edge.page.PostedForm;
import disclosure.requests.application.Application;
import disclosure.requests.clock.ClockReading;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.StepType;
import disclosure.requests.deadline.Clocks;
import disclosure.requests.deadline.DueDates;
import disclosure.requests.dispute.Dispute;
import disclosure.requests.dispute.ReadDisputes;
import disclosure.requests.handling.HandleApplication;
import disclosure.requests.lookup.StoredSearchKeys;
import disclosure.requests.organ.OrganNames;
import disclosure.requests.page.clock.ClockWords;
import disclosure.requests.page.clock.Effect;
import disclosure.requests.page.form.Fields;
import disclosure.requests.page.form.Received;
import disclosure.requests.page.form.Said;
import disclosure.requests.page.form.Words;
import disclosure.requests.personaldata.MaskedApplicant;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.registration.view.ApplicationView;
import disclosure.requests.steps.AppendStep;
import disclosure.requests.steps.StepRequest;
import disclosure.requests.store.ReadApplication;
import disclosure.requests.store.StoredApplication;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** One application: its life, and what is recorded next. */
@Path(Screen.PATH + "/applications/{id}")
@Blocking
@RolesAllowed(Role.RECORDER)
class ApplicationPages {

  private final ReadApplication read;
  private final ReadDisputes disputes;
  private final AppendStep append;
  private final HandleApplication handle;
  private final DueDates dueDates;
  private final Clocks clocks;
  private final OrganNames names;
  private final PersonalDataCipher cipher;
  private final StrictJson reader;
  private final PageCaller caller;

  ApplicationPages(
      ReadApplication read,
      ReadDisputes disputes,
      AppendStep append,
      HandleApplication handle,
      DueDates dueDates,
      Clocks clocks,
      OrganNames names,
      PersonalDataCipher cipher,
      StrictJson reader,
      PageCaller caller) {
    this.read = read;
    this.disputes = disputes;
    this.append = append;
    this.handle = handle;
    this.dueDates = dueDates;
    this.clocks = clocks;
    this.names = names;
    this.cipher = cipher;
    this.reader = reader;
    this.caller = caller;
  }

  @GET
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response show(
      @RestPath String id,
      @RestQuery Optional<String> step,
      @RestQuery Optional<String> corrects,
      @RestQuery Optional<String> done)
      throws SQLException {
    StoredApplication stored = stored(id);
    // A number that none has is refused without a step as well.
    Optional<Integer> corrected = corrects.map(ApplicationPages::sequence);
    Optional<StepForm.Choice> choice = step.map(type -> choice(type, corrected));
    List<StepForm> form = new ArrayList<>();
    if (choice.isPresent() && isOffered(choice.get(), stored)) {
      form.add(
          form(
              choice.get(),
              prefilled(choice.get(), stored),
              List.of(),
              stored,
              Seen.of(stored),
              UUID.randomUUID().toString()));
    }
    return answer(200, stored, form, done.isPresent() ? done(stored) : "");
  }

  /** That it was recorded, and what the law says of it. */
  private String done(StoredApplication stored) {
    Application application = stored.application();
    int steps = application.steps().size();
    return steps == 0
        ? Effect.recorded()
        : Effect.told(
            application.steps().get(steps - 1),
            dueDates.reading(application.before(steps), caller.now()),
            dueDates.reading(application, caller.now()));
  }

  @POST
  @Path("/steps")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response record(@RestPath String id, String body) throws SQLException {
    PostedForm form = PostedForm.of(body);
    UUID application = Parameters.id(id);
    StepForm.Choice choice =
        choice(
            form.first(StepForm.TYPE).orElse(""),
            form.first(StepForm.CORRECTS).map(ApplicationPages::sequence));
    try {
      append.append(
          application,
          reader.read(StepForm.json(choice, form, named(form)), StepRequest.class),
          caller.recorder(),
          form.first(StepForm.KEY),
          IfMatch.of(form.first(StepForm.SEEN).or(() -> Optional.of(""))));
      return PageCaller.led(Screen.address(application) + "?done=true");
    } catch (Refusal refusal) {
      return switch (refusal.status()) {
        case 400, 403, 409, 412, 422 -> again(application, choice, form, refusal);
        default -> throw refusal;
      };
    }
  }

  /** The organ whose whole name was filled in for who receives it. */
  private Optional<OrganCode> named(PostedForm form) throws SQLException {
    Optional<String> name =
        form.first(StepForm.TO_ORGAN).map(String::strip).filter(text -> !text.isEmpty());
    return name.isPresent() ? names.named(name.get(), caller.reach()) : Optional.empty();
  }

  /** Nothing that was filled in is lost, whatever is wrong. */
  private Response again(UUID id, StepForm.Choice choice, PostedForm form, Refusal refusal)
      throws SQLException {
    StoredApplication stored = read.find(id, caller.reach());
    boolean taken = PageCaller.wasSent(refusal);
    String key =
        form.first(StepForm.KEY)
            .filter(given -> !taken)
            .orElseGet(() -> UUID.randomUUID().toString());
    // Who isn't shown what others recorded has not seen it, whatever else was wrong.
    boolean told = taken || refusal.status() == 412;
    StepForm filled =
        form(
            choice,
            form::all,
            refusal.faults(),
            stored,
            told ? Seen.of(stored) : Seen.of(form),
            key);
    Errors errors = filled.errors();
    if (taken) {
      errors =
          new Errors(
              Wording.of("本页刚才已经登记过一个环节"),
              Wording.of("如要再登记以下环节，请核对后再次提交。"),
              recorded(stored, Seen.of(form)));
    } else if (told) {
      errors = changed(stored, Seen.of(form), caller.person());
    }
    return answer(
        refusal.status(),
        stored,
        List.of(
            new StepForm(
                filled.title(), filled.against(), filled.caution(), filled.fields(), errors)),
        "");
  }

  /** What others have recorded since the form was opened. */
  private static Errors changed(StoredApplication stored, Seen seen, String person) {
    List<Errors.Entry> recorded = recorded(stored, seen);
    if (recorded.isEmpty()) {
      return new Errors(
          Wording.of("这件申请的办理期限刚刚重新计算，您填写的内容尚未登记"),
          Wording.of("没有新登记的环节。您填写的内容仍保留在表单中，请核对本页的期限后再次提交。"),
          List.of());
    }
    boolean own =
        stored.application().steps().stream()
            .filter(step -> step.sequence() > seen.steps())
            .allMatch(step -> who(stored, step.sequence()).equals(person));
    return new Errors(
        own ? Wording.of("您在另一窗口刚刚修改了这件申请，本页填写的内容尚未登记") : Wording.of("这件申请刚刚被他人修改，您填写的内容尚未登记"),
        Wording.of("以下是新登记的环节。您填写的内容仍保留在表单中，请核对后再次提交。"),
        recorded);
  }

  private static List<Errors.Entry> recorded(StoredApplication stored, Seen seen) {
    return stored.application().steps().stream()
        .filter(step -> step.sequence() > seen.steps())
        .map(
            step ->
                new Errors.Entry(
                    "",
                    Wording.of(
                        "%s. %s（%s），登记人：%s",
                        step.sequence(),
                        Words.of(step.step().type()),
                        step.step().on(),
                        who(stored, step.sequence()))))
        .toList();
  }

  /**
   * What a form was filled in before.
   *
   * @param tag the entity tag of the application
   * @param steps how many steps it had
   */
  private record Seen(String tag, int steps) {

    static Seen of(StoredApplication stored) {
      return new Seen(EntityTags.of(stored.version()), stored.application().steps().size());
    }

    static Seen of(PostedForm form) {
      return new Seen(
          form.first(StepForm.SEEN).orElse(""),
          form.first(StepForm.STEPS)
              .filter(digits -> digits.matches("\\d{1,4}"))
              .map(Integer::parseInt)
              .orElse(0));
    }
  }

  private static String who(StoredApplication stored, int sequence) {
    var recording = stored.stepRecordings().get(sequence - 1);
    return recording.person().orElse(recording.clientId());
  }

  private StoredApplication stored(String id) throws SQLException {
    return read.find(Parameters.id(id), caller.reach());
  }

  private static Integer sequence(String digits) {
    return Parameters.number("corrects", Optional.of(digits), 1, 500, 1);
  }

  private static StepForm.Choice choice(String code, Optional<Integer> corrects) {
    StepType type =
        Arrays.stream(StepType.values())
            .filter(one -> one.name().equals(code))
            .findFirst()
            .orElseThrow(Refusal::notFound);
    return new StepForm.Choice(type, corrects);
  }

  /** What can't follow is not offered, whoever writes its address by hand. */
  private boolean isOffered(StepForm.Choice choice, StoredApplication stored) throws SQLException {
    Application application = stored.application();
    List<StepType> offered = Screen.offered(application, today(), cases(stored));
    return choice.corrects().isEmpty()
        ? offered.contains(choice.type())
            || application.nextAgainstTheLaw(today()).containsKey(choice.type())
        : offered.contains(StepType.VOIDED)
            && application.standing().contains(choice.corrects().get());
  }

  private StepForm form(
      StepForm.Choice choice,
      Function<String, List<String>> values,
      List<Fault> faults,
      StoredApplication stored,
      Seen seen,
      String key)
      throws SQLException {
    return StepForm.of(
        choice,
        values,
        faults,
        known(stored),
        List.<Field>of(
            Fields.hidden(StepForm.SEEN, seen.tag()),
            Fields.hidden(StepForm.STEPS, Integer.toString(seen.steps())),
            Fields.hidden(StepForm.KEY, key)));
  }

  private List<Dispute> cases(StoredApplication stored) throws SQLException {
    return disputes.about(stored.id(), caller.reach());
  }

  private StepForm.Known known(StoredApplication stored) throws SQLException {
    List<OrganNames.Named> organs = caller.organs();
    boolean many = PageCaller.areTooMany(organs);
    return new StepForm.Known(
        stored.application(),
        stored.application().nextAgainstTheLaw(today()),
        many
            ? List.of()
            : organs.stream().filter(organ -> !organ.code().equals(stored.organCode())).toList(),
        many,
        cases(stored),
        Received.now(view(stored, List.of())));
  }

  private ApplicationView view(StoredApplication stored, List<StoredSearchKeys.Alike> alike) {
    return ApplicationView.of(
        stored, dueDates.derive(stored.application(), caller.now()), cipher, alike);
  }

  /** Today, and the only dispute; for a correction what it corrects, but for why. */
  private Function<String, List<String>> prefilled(StepForm.Choice choice, StoredApplication stored)
      throws SQLException {
    Optional<ObjectNode> corrected =
        choice
            .corrects()
            .filter(step -> choice.type() != StepType.VOIDED)
            .map(step -> stored.steps().get(step - 1).content());
    if (corrected.isEmpty()) {
      List<String> cases =
          CaseLine.corrected(cases(stored)).stream().map(one -> one.id().toString()).toList();
      Map<String, List<String>> known =
          Map.of(
              "on", List.of(today().toString()), "dispute", cases.size() == 1 ? cases : List.of());
      return name -> known.getOrDefault(name, List.of());
    }
    return name -> {
      JsonNode value = corrected.get().path(name);
      return value.isValueNode() && !value.isNull() ? List.of(value.asText()) : List.of();
    };
  }

  private Response answer(int status, StoredApplication stored, List<StepForm> form, String notice)
      throws SQLException {
    Application application = stored.application();
    ApplicationView view = view(stored, read.alike(stored.id(), caller.reach()));
    HandleApplication.Handled handled = handle.read(stored.id());
    ClockReading reading = dueDates.reading(application, caller.now());
    String address = Screen.address(stored.id());
    List<Dispute> cases = cases(stored);
    List<StepType> offered = Screen.offered(application, today(), cases);
    Screen screen =
        new Screen(
            address,
            stored.sourceReference(),
            names.of(stored.organCode()),
            Words.of(view.answer().status()),
            ClockWords.of(reading, clocks.now().calendar(stored.organCode()), today()),
            Screen.facts(view),
            view.subject().orElse(""),
            handled.handling().handler().orElse(""),
            Said.constantOf(handled.noteInWords(), MaskedApplicant.UNREADABLE),
            Screen.life(address, application, view, reading.warnings(), offered, cases),
            Screen.next(address, offered),
            Screen.against(address, application.nextAgainstTheLaw(today())),
            Screen.mending(address, offered),
            cases.stream().map(CaseLine::of).toList(),
            alike(view),
            form,
            notice);
    return PageCaller.page(status, Templates.application(caller.shownName(), screen));
  }

  static List<Screen.Link> alike(ApplicationView view) {
    return view.possibleDuplicates().stream()
        .map(one -> new Screen.Link(Screen.address(one.id()), one.sourceReference(), false))
        .toList();
  }

  private LocalDate today() {
    return dueDates.today(caller.now());
  }
}
