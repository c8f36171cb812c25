package disclosure.statistics.page;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Refusal;
import disclosure.edge.look.Wording;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.statistics.matrix.Asked;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What every view does before it shows an organ's figures, and when it can't. */
@ApplicationScoped
class Views {

  static final String HTML = "text/html;charset=UTF-8";

  private final OrganChooser chooser;
  private final CurrentCaller caller;
  private final Clock clock;

  Views(OrganChooser chooser, CurrentCaller caller, Clock clock) {
    this.chooser = chooser;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * A way to another view of the same choice.
   *
   * @param here whether it is the one that is shown
   */
  public record Tab(String label, String address, boolean here) {}

  /** Shows the figures of a choice; or leads to the only organ, or to a choice. */
  Response show(Choice choice, BiFunction<Choice, ChoiceForm, TemplateInstance> figures) {
    Optional<OrganCode> only =
        choice.isEmpty() ? chooser.only(caller.get().scope()) : Optional.empty();
    if (only.isPresent()) {
      return Response.status(303)
          .header(HttpHeaders.LOCATION, choice.of(only.get(), today()).address())
          .build();
    }
    if (choice.organ().isEmpty() || choice.find().isPresent()) {
      return choose(200, choice, Optional.empty(), "");
    }
    Choice dated = choice.dated(today());
    try {
      ChoiceForm form =
          ChoiceForm.of(dated, kind(dated), new Choice.Links(List.of(), 0), Optional.empty());
      return page(200, figures.apply(dated, form));
    } catch (Refusal refusal) {
      return switch (refusal.status()) {
        case 400 -> choose(400, dated, Optional.of(refusal), "");
        case 404 -> choose(404, dated, Optional.empty(), Wording.of("没有此行政机关，或者您无权查看它的统计数据。"));
        default -> throw refusal;
      };
    }
  }

  private Response choose(int status, Choice choice, Optional<Refusal> refusal, String notice) {
    Choice seen = View.tabs().contains(choice.view()) ? choice : choice.as(View.TABLE);
    ChoiceForm form =
        ChoiceForm.of(
            seen, kind(seen), chooser.organs(seen, caller.get().scope(), today()), refusal);
    return page(status, Templates.choose(person(), form, notice));
  }

  private static Response page(int status, TemplateInstance page) {
    return Response.status(status).type(HTML).entity(page.render()).build();
  }

  /** The views of a choice. */
  static List<Tab> tabs(Choice choice) {
    return View.tabs().stream()
        .map(
            view ->
                new Tab(Wording.of(view.label()), choice.as(view).address(), view == choice.view()))
        .toList();
  }

  /** The parameters that a table takes. */
  static Asked asked(Choice choice) {
    return Asked.of(choice.organ(), choice.year(), choice.from(), choice.to(), choice.scope());
  }

  /** What the organ of the choice is; nothing where the person may not know of it. */
  Optional<OrganKind> kind(Choice choice) {
    return chooser.kind(choice, caller.get().scope(), today());
  }

  String person() {
    return caller.shownName();
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }
}
