package disclosure.requests.page.disputes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Wording;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.DisputeResult;
import disclosure.requests.dispute.Dispute;
import disclosure.requests.dispute.DisputeStep;
import disclosure.requests.page.CaseLine;
import disclosure.requests.page.Screen;
import disclosure.requests.page.form.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * One case and its life.
 *
 * @param line how it stands
 * @param organ whose act is disputed
 * @param application where the application is that it is about; empty where none is known
 * @param answerAgain where the new answer is recorded that follows from it; empty where none does
 * @param life what was recorded after it was accepted
 * @param next what can be recorded now
 * @param form the one that is filled in; nothing where there is none
 * @param notice what was just done; empty for nothing
 */
public record CaseScreen(
    CaseLine line,
    String organ,
    String application,
    String answerAgain,
    List<Screen.Entry> life,
    List<Screen.Link> next,
    List<CaseForm> form,
    String notice) {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> TOLD =
      List.of("kind", "acceptedOn", "forum", "caseNumber", "result", "closedOn");

  /** Defensive copies are kept. */
  public CaseScreen {
    life = List.copyOf(life);
    next = List.copyOf(next);
    form = List.copyOf(form);
  }

  static CaseScreen of(
      Dispute dispute, String organ, List<DisputeStep> steps, List<CaseForm> form, String notice) {
    CaseLine line = CaseLine.of(dispute);
    String application = dispute.applicationId().map(Screen::address).orElse("");
    return new CaseScreen(
        line,
        organ,
        application,
        dispute.corrected() && !application.isEmpty()
            ? application + "?step=ANSWERED_AGAIN#step"
            : "",
        steps.stream().map(CaseScreen::entry).toList(),
        CaseForm.Choice.next(dispute).stream()
            .map(
                choice ->
                    new Screen.Link(
                        line.address() + "?step=" + choice.code() + "#step",
                        choice.title(dispute),
                        choice.step().isEmpty() && dispute.result().isEmpty()))
            .toList(),
        form,
        notice);
  }

  /** Which step it is, and who recorded it. */
  static String named(DisputeStep step) {
    return Wording.of(
        "%s. %s（%s），登记人：%s",
        step.sequence(),
        Wording.of(step.type().label()),
        step.on(),
        step.person().orElse(step.recordedBy()));
  }

  private static String title(DisputeStep step) {
    return step.sequence() + ". " + Wording.of(step.type().label());
  }

  private static Screen.Entry entry(DisputeStep step) {
    JsonNode said = json(step.content());
    JsonNode before = json(step.before());
    List<Screen.Pair> facts = new ArrayList<>();
    for (String name : TOLD) {
      boolean ended = step.type().goesOn() && (name.equals("result") || name.equals("closedOn"));
      if (said.hasNonNull(name)) {
        facts.add(new Screen.Pair(label(name), value(name, said)));
      }
      if (before.hasNonNull(name) && (said.hasNonNull(name) || ended)) {
        facts.add(new Screen.Pair(Wording.of("此前的%s", label(name)), value(name, before)));
      }
    }
    facts.add(new Screen.Pair(label("reason"), said.path("reason").asText()));
    return new Screen.Entry(
        title(step),
        step.on().toString(),
        Wording.of(
            "%s，%s", step.person().orElse(step.recordedBy()), ChineseDates.of(step.recordedAt())),
        facts,
        List.of(),
        "",
        List.of());
  }

  private static String label(String name) {
    return Words.label(name).orElse(name);
  }

  private static String value(String name, JsonNode json) {
    String value = json.path(name).asText();
    return switch (name) {
      case "kind" -> Words.ofCode(DisputeKind.class, value);
      case "result" -> Words.ofCode(DisputeResult.class, value);
      default -> value;
    };
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a stored case is no JSON", impossible);
    }
  }
}
