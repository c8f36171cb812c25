package disclosure.requests.page;

import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.StrictJson;
import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Wording;
import disclosure.edge.page.PostedForm;
import disclosure.requests.deadline.DueDates;
import disclosure.requests.organ.OrganNames.Named;
import disclosure.requests.page.form.Doubts;
import disclosure.requests.page.form.Received;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.registration.ApplicationRequest;
import disclosure.requests.registration.Registration;
import disclosure.requests.registration.SinglePosts;
import disclosure.requests.registration.view.ApplicationView;
import disclosure.requests.steps.RequestHeaders;
import disclosure.requests.store.ReadApplication;
import disclosure.requests.store.StoredApplication;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** A new application; after it, the form for the next one, with what is likely the same. */
@Path(Screen.PATH + "/new")
@Blocking
@RolesAllowed(Role.RECORDER)
class NewPages {

  private static final String KEY = "key";

  private final SinglePosts posts;
  private final ReadApplication read;
  private final DueDates dueDates;
  private final PersonalDataCipher cipher;
  private final StrictJson reader;
  private final PageCaller caller;

  NewPages(
      SinglePosts posts,
      ReadApplication read,
      DueDates dueDates,
      PersonalDataCipher cipher,
      StrictJson reader,
      PageCaller caller) {
    this.posts = posts;
    this.read = read;
    this.dueDates = dueDates;
    this.cipher = cipher;
    this.reader = reader;
    this.caller = caller;
  }

  @GET
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response form(
      @RestQuery Optional<String> organCode,
      @RestQuery Optional<String> receivedOn,
      @RestQuery Optional<String> channel,
      @RestQuery Optional<String> registered,
      @RestQuery List<String> doubt)
      throws SQLException {
    List<Named> organs = caller.organs();
    Map<String, String> values = new HashMap<>();
    values.put(
        FreshForm.ORGAN, organCode.orElse(organs.size() == 1 ? organs.get(0).code().value() : ""));
    values.put(FreshForm.DAY, receivedOn.orElseGet(() -> dueDates.today(caller.now()).toString()));
    values.put(FreshForm.CHANNEL, channel.orElse(""));
    FreshForm form =
        FreshForm.of(
            UUID.randomUUID().toString(),
            name -> Stream.ofNullable(values.get(name)).toList(),
            organs,
            List.of(),
            before(registered, doubt));
    return PageCaller.page(200, Templates.fresh(caller.shownName(), form));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response register(String body) throws SQLException {
    PostedForm form = PostedForm.of(body);
    if (form.first(FreshForm.MORE).isPresent()) {
      String key = form.first(KEY).orElseGet(() -> UUID.randomUUID().toString());
      return PageCaller.page(
          200,
          Templates.fresh(
              caller.shownName(),
              FreshForm.of(key, form::all, caller.organs(), List.of(), List.of())));
    }
    try {
      ApplicationRequest request = reader.read(FreshForm.json(form), ApplicationRequest.class);
      Registration registration =
          Uni.createFrom()
              .completionStage(
                  posts.register(
                      request,
                      caller.caller(),
                      caller.now(),
                      form.first(KEY).map(RequestHeaders::idempotencyKey)))
              .await()
              .indefinitely();
      if (registration instanceof Registration.Refused refused) {
        throw refused.refusal();
      }
      return PageCaller.led(next(request, ((Registration.Recorded) registration).id()));
    } catch (Refusal refusal) {
      return switch (refusal.status()) {
        case 400, 403, 409, 422 -> again(form, refusal);
        default -> throw refusal;
      };
    }
  }

  /** Nothing that was filled in is lost, whatever is wrong. */
  private Response again(PostedForm form, Refusal refusal) throws SQLException {
    boolean taken = PageCaller.wasSent(refusal);
    String key =
        form.first(KEY).filter(given -> !taken).orElseGet(() -> UUID.randomUUID().toString());
    FreshForm filled = FreshForm.of(key, form::all, caller.organs(), refusal.faults(), List.of());
    Errors errors =
        taken
            ? new Errors(Wording.of("本页刚才已经登记过一件申请"), Wording.of("如要再登记一件，请核对后再次提交。"), List.of())
            : filled.errors();
    return PageCaller.page(
        refusal.status(),
        Templates.fresh(
            caller.shownName(),
            new FreshForm(
                key, filled.fields(), filled.more(), filled.others(), errors, List.of())));
  }

  /** The form for the next one: nothing about a person stands in its address. */
  private static String next(ApplicationRequest request, UUID registered) {
    List<String> doubts =
        Doubts.of(request.applicant().contact(), request.applicant().identityNumber());
    return Stream.concat(
            Stream.of(
                Map.entry(FreshForm.ORGAN, request.organCode().value()),
                Map.entry(FreshForm.DAY, request.receivedOn().toString()),
                Map.entry(FreshForm.CHANNEL, request.channel().name()),
                Map.entry("registered", registered.toString())),
            doubts.stream().map(field -> Map.entry("doubt", field)))
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", Screen.PATH + "/new?", ""));
  }

  /** The one that was registered last; who may not see it is told nothing. */
  private List<FreshForm.Before> before(Optional<String> registered, List<String> doubts)
      throws SQLException {
    List<UUID> ids =
        registered
            .filter(text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
            .map(UUID::fromString)
            .stream()
            .toList();
    List<StoredApplication> found = read.find(ids, caller.reach());
    if (found.isEmpty() || found.get(0).understood().isEmpty()) {
      return List.of();
    }
    StoredApplication stored = found.get(0);
    ApplicationView view =
        ApplicationView.of(
            stored,
            dueDates.derive(stored.application(), caller.now()),
            cipher,
            read.alike(stored.id(), caller.reach()));
    return List.of(
        new FreshForm.Before(
            Screen.address(stored.id()),
            stored.sourceReference(),
            view.answer().dueOn().map(ChineseDates::of).orElse(""),
            ApplicationPages.alike(view),
            Received.lacks(view),
            doubts.stream().map(Doubts::told).filter(told -> !told.isEmpty()).distinct().toList()));
  }
}
