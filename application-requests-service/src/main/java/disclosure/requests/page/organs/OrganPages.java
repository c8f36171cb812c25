package disclosure.requests.page.organs;

import disclosure.edge.EntityTags;
import disclosure.edge.Fault;
import disclosure.edge.IfMatch;
import disclosure.edge.InputFault;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.StrictJson;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Wording;
import disclosure.edge.page.PostedForm;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganState;
import disclosure.requests.deadline.DueDates;
import disclosure.requests.organ.OrganDirectory;
import disclosure.requests.organ.OrganNames;
import disclosure.requests.organ.OrganNames.Named;
import disclosure.requests.organ.OrganRequest;
import disclosure.requests.organ.OrganView;
import disclosure.requests.organ.PutOrgan;
import disclosure.requests.page.PageCaller;
import disclosure.requests.page.Screen;
import disclosure.requests.page.administration.Administration;
import disclosure.requests.page.administration.Part;
import disclosure.requests.page.form.Typed;
import disclosure.requests.transaction.Reach;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The organs: found, registered, changed and ended. */
@Path(Screen.PATH + "/organs")
@Blocking
@RolesAllowed(Role.ADMINISTRATOR)
class OrganPages {

  private static final int VERSIONS = 20;

  private final OrganDirectory directory;
  private final PutOrgan putOrgan;
  private final OrganNames names;
  private final DueDates dueDates;
  private final StrictJson reader;
  private final PageCaller caller;
  private final Administration administration;

  OrganPages(
      OrganDirectory directory,
      PutOrgan putOrgan,
      OrganNames names,
      DueDates dueDates,
      StrictJson reader,
      PageCaller caller,
      Administration administration) {
    this.directory = directory;
    this.putOrgan = putOrgan;
    this.names = names;
    this.dueDates = dueDates;
    this.reader = reader;
    this.caller = caller;
    this.administration = administration;
  }

  @GET
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response directory(
      @RestQuery Optional<String> on,
      @RestQuery Optional<String> name,
      @RestQuery Optional<String> top)
      throws SQLException {
    Map<String, String> filled = new HashMap<>();
    on.filter(text -> !text.isBlank())
        .map(text -> Typed.plainly(LocalDate.class, text))
        .ifPresent(text -> filled.put(DirectoryScreen.DAY, text));
    name.map(String::strip)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> filled.put(DirectoryScreen.NAME, text));
    try {
      LocalDate day =
          Parameters.day(DirectoryScreen.DAY, Optional.ofNullable(filled.get(DirectoryScreen.DAY)))
              .orElseGet(this::today);
      Optional<String> part =
          Parameters.text(
              DirectoryScreen.NAME, Optional.ofNullable(filled.get(DirectoryScreen.NAME)));
      return answer(
          200,
          part.isPresent()
              ? DirectoryScreen.found(
                  administration.menu(Part.ORGANS),
                  filled,
                  day,
                  directory.named(day, part.get(), DirectoryScreen.MOST + 1))
              : tree(filled, day, Parameters.organCode(DirectoryScreen.TOP, top)));
    } catch (Refusal refusal) {
      if (refusal.status() != 400) {
        throw refusal;
      }
      return answer(
          400,
          DirectoryScreen.wrong(
              administration.menu(Part.ORGANS), filled, today(), refusal.faults()));
    }
  }

  /** All that is below, or what is directly below where that is more than one looks through. */
  private DirectoryScreen tree(Map<String, String> filled, LocalDate day, Optional<OrganCode> top)
      throws SQLException {
    List<Named> line = top.isPresent() ? directory.line(day, top.get()) : List.of();
    if (top.isPresent() && line.isEmpty()) {
      throw Refusal.notFound();
    }
    OrganDirectory.Part part = directory.below(day, top, DirectoryScreen.MOST + 1);
    return DirectoryScreen.tree(
        administration.menu(Part.ORGANS), filled, day, line, part.organs(), part.isWhole());
  }

  @GET
  @Path("/new")
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response form(@RestQuery Optional<String> parentOrganCode) throws SQLException {
    return answer(
        200,
        OrganForm.ofNew(
            newAddress(),
            field -> field.equals(OrganForm.PARENT) ? parentOrganCode.stream().toList() : List.of(),
            OrganChoice.of(caller.organs()),
            List.of()));
  }

  @POST
  @Path("/new")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response register(String body) throws SQLException {
    PostedForm form = PostedForm.of(body);
    OrganChoice organs = OrganChoice.of(caller.organs());
    try {
      List<Fault> faults = new ArrayList<>();
      Optional<OrganCode> code = tried(faults, () -> code(form));
      byte[] json = OrganForm.json(form, OrganForm.NEW, Map.of(), named(form, organs));
      Optional<OrganRequest> request = tried(faults, () -> reader.read(json, OrganRequest.class));
      if (!faults.isEmpty()) {
        throw Refusal.invalid(faults);
      }
      PutOrgan.Result result = putOrgan.add(code.orElseThrow(), request.orElseThrow());
      return done(result.organ().organCode());
    } catch (Refusal refusal) {
      return switch (refusal.status()) {
        case 400, 403, 422 ->
            answer(
                refusal.status(),
                OrganForm.ofNew(newAddress(), form::all, organs, refusal.faults()));
        case 412 -> answer(409, taken(form, organs));
        default -> throw refusal;
      };
    }
  }

  private OrganForm taken(PostedForm form, OrganChoice organs) throws SQLException {
    OrganForm filled = OrganForm.ofNew(newAddress(), form::all, organs, List.of());
    OrganCode code = code(form);
    return new OrganForm(
        filled.address(),
        filled.title(),
        filled.explained(),
        filled.button(),
        filled.fields(),
        new Errors(
            Wording.of("名录中已经有使用这个代码的机关，没有登记"),
            Wording.of("如要更改它的登记，请打开它的页面。"),
            List.of(
                new Errors.Entry(OrganWords.address(code), Wording.of("查看%s", names.of(code))))));
  }

  @GET
  @Path("/{organCode}")
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response organ(
      @RestPath String organCode,
      @RestQuery Optional<String> change,
      @RestQuery Optional<String> done)
      throws SQLException {
    OrganView held = held(organCode);
    Optional<Change> chosen = change.map(Change::of);
    Map<String, String> now = OrganForm.values(held);
    Optional<OrganForm> form =
        chosen.isPresent()
            ? Optional.of(
                form(
                    chosen.get(),
                    held,
                    EntityTags.of(held.version()),
                    name -> Stream.ofNullable(now.get(name)).toList(),
                    List.of()))
            : Optional.empty();
    return answer(200, held, form, Parameters.flag("done", done) ? Wording.of("已保存。") : "");
  }

  @POST
  @Path("/{organCode}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response put(@RestPath String organCode, String body) throws SQLException {
    PostedForm form = PostedForm.of(body);
    OrganView held = held(organCode);
    Change change = Change.of(form.first(OrganForm.CHANGE).orElse(""));
    String seen = form.first(OrganForm.SEEN).orElse("");
    try {
      putOrgan.put(held.organCode(), request(change, held, form), IfMatch.of(Optional.of(seen)));
      return done(held.organCode());
    } catch (Refusal refusal) {
      return switch (refusal.status()) {
        case 400, 403, 422 ->
            answer(
                refusal.status(),
                held,
                Optional.of(form(change, held, seen, form::all, refusal.faults())),
                "");
        case 412 -> changed(change, held(organCode), form);
        default -> throw refusal;
      };
    }
  }

  private OrganRequest request(Change change, OrganView held, PostedForm form) throws SQLException {
    byte[] json =
        OrganForm.json(
            form,
            change.fields(),
            OrganForm.values(held),
            named(form, OrganChoice.of(caller.organs())));
    OrganRequest request = reader.read(json, OrganRequest.class);
    if (change == Change.SINCE && request.since().isEmpty()) {
      throw Refusal.invalid(InputFault.REQUIRED.at("since"));
    }
    return request;
  }

  /** Nothing that was filled in is lost, and what somebody else has put is told. */
  private Response changed(Change change, OrganView now, PostedForm form) throws SQLException {
    OrganForm filled =
        form(change, now, EntityTags.of(now.version()), form::all, List.of())
            .changedBy(OrganScreen.said(now, namesOf(OrganScreen.others(now, List.of())), today()));
    return answer(412, now, Optional.of(filled), "");
  }

  private OrganForm form(
      Change change,
      OrganView held,
      String seen,
      Function<String, List<String>> filled,
      List<Fault> faults)
      throws SQLException {
    return OrganForm.of(
        change, OrganWords.address(held.organCode()), seen, filled, choice(held), faults);
  }

  /** Those that can be chosen beside the organ, and those that stand there already. */
  private OrganChoice choice(OrganView held) throws SQLException {
    OrganChoice choice = OrganChoice.of(caller.organs());
    Set<OrganCode> missing =
        new HashSet<>(
            Stream.of(held.parentOrganCode(), held.successorOrganCode())
                .flatMap(Optional::stream)
                .toList());
    choice.organs().forEach(one -> missing.remove(one.code()));
    return choice.with(
        missing.isEmpty() || choice.isWritten()
            ? List.of()
            : names.of(new Reach(false, missing), missing.size()),
        held.organCode());
  }

  /** Where names are written and not chosen, the organs that are called so. */
  private Map<String, OrganCode> named(PostedForm form, OrganChoice organs) throws SQLException {
    Map<String, OrganCode> named = new HashMap<>();
    if (!organs.isWritten()) {
      return named;
    }
    for (String field : OrganForm.organFields().toList()) {
      Optional<String> text =
          form.first(field).map(String::strip).filter(given -> !given.isEmpty());
      if (text.isPresent()) {
        names.named(text.get(), caller.reach()).ifPresent(code -> named.put(field, code));
      }
    }
    return named;
  }

  private OrganView held(String organCode) {
    if (!OrganCode.isValid(organCode)) {
      throw Refusal.notFound();
    }
    return directory.find(new OrganCode(organCode)).orElseThrow(Refusal::notFound);
  }

  private static OrganCode code(PostedForm form) {
    return Parameters.organCode(
        OrganForm.CODE,
        Typed.plainly(OrganCode.class, form.first(OrganForm.CODE).orElse("").strip()));
  }

  @FunctionalInterface
  private interface Attempt<T> {
    T get();
  }

  /** What is wrong with one field doesn't keep the others from being looked at. */
  private static <T> Optional<T> tried(List<Fault> faults, Attempt<T> attempt) {
    try {
      return Optional.of(attempt.get());
    } catch (Refusal refusal) {
      if (refusal.status() != 400) {
        throw refusal;
      }
      faults.addAll(refusal.faults());
      return Optional.empty();
    }
  }

  private Map<OrganCode, String> namesOf(Set<OrganCode> organs) throws SQLException {
    Map<OrganCode, String> found = new HashMap<>();
    if (!organs.isEmpty()) {
      names
          .of(new Reach(false, organs), organs.size())
          .forEach(one -> found.put(one.code(), one.name()));
    }
    return found;
  }

  private LocalDate today() {
    return dueDates.today(caller.now());
  }

  private static String newAddress() {
    return Part.ORGANS.address() + "/new";
  }

  private static Response done(OrganCode organ) {
    return PageCaller.led(OrganWords.address(organ) + "?done=true");
  }

  private Response answer(int status, DirectoryScreen screen) {
    return PageCaller.page(status, Templates.organs(caller.shownName(), screen));
  }

  private Response answer(int status, OrganForm form) {
    return PageCaller.page(
        status,
        Templates.neworgan(
            caller.shownName(),
            new NewOrganScreen(administration.menu(Part.ORGANS), Part.ORGANS.address(), form)));
  }

  private Response answer(int status, OrganView organ, Optional<OrganForm> form, String notice)
      throws SQLException {
    List<OrganState> versions = directory.versions(organ.organCode(), VERSIONS);
    return PageCaller.page(
        status,
        Templates.organ(
            caller.shownName(),
            OrganScreen.of(
                administration.menu(Part.ORGANS),
                organ,
                versions,
                namesOf(OrganScreen.others(organ, versions)),
                today(),
                form,
                notice)));
  }
}
