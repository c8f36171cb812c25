package disclosure.report.workbench.form;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.look.WrittenDay;
import disclosure.edge.look.WrittenNumber;
import disclosure.edge.page.PostedForm;
import disclosure.report.content.DraftContent;
import disclosure.report.content.NamedFigure;
import disclosure.report.content.ReportId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What was typed, as the JSON that a program would have sent: it is then read, and refused, as that
 * is. A line is a paragraph; what is left empty is absent; a field that says two things is refused.
 */
public final class DraftJson {

  private DraftJson() {}

  /**
   * The body of {@code PUT /reports/{organCode}/{year}}, in UTF-8.
   *
   * @param figures the named figures, whose values are typed and nothing else of them
   */
  public static byte[] of(ReportId id, PostedForm form, List<NamedFigure> figures) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (String text : DraftFields.TEXTS) {
      ArrayNode paragraphs = json.putArray(text);
      form.one(text)
          .orElse("")
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .forEach(paragraphs::add);
    }
    form.one(DraftFields.SIGNED_BY)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> json.put(DraftFields.SIGNED_BY, text));
    form.one(DraftFields.SIGNED_ON)
        .filter(text -> !text.isEmpty())
        .ifPresent(
            text ->
                json.put(
                    DraftFields.SIGNED_ON,
                    WrittenDay.read(text).map(LocalDate::toString).orElse(text)));
    for (DraftFields.TableGroup group : DraftFields.table(id)) {
      group.fields().forEach(field -> figure(json, field.name(), form));
    }
    ArrayNode named = json.putArray("figures");
    figures.forEach(figure -> named(named.addObject(), figure, form));
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The body that begins a draft with the texts of another, in UTF-8. The figures that these name
   * come along without their values, which are of another year.
   *
   * @param former that of the year before
   * @param organ its name, by which the report is signed unless it is too long for that
   */
  public static byte[] begun(DraftContent former, String organ) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    former.lead().forEach(json.putArray("lead")::add);
    former.overview().forEach(json.putArray("overview")::add);
    former.problems().forEach(json.putArray("problems")::add);
    former.otherMatters().forEach(json.putArray("otherMatters")::add);
    String signer = DraftFields.signer(organ);
    if (!signer.isEmpty()) {
      json.put(DraftFields.SIGNED_BY, signer);
    }
    ArrayNode named = json.putArray("figures");
    PostedForm nothing = PostedForm.of("");
    former
        .figures()
        .forEach(figure -> named(named.addObject(), figure.with(Optional.empty()), nothing));
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void figure(ObjectNode json, String name, PostedForm form) {
    String[] path = name.split("\\.");
    ObjectNode place = json;
    for (String part : Arrays.copyOf(path, path.length - 1)) {
      place = place.has(part) ? (ObjectNode) place.get(part) : place.putObject(part);
    }
    number(place, path[path.length - 1], form.one(name).orElse(""));
  }

  private static void number(ObjectNode place, String field, String text) {
    String typed = text.strip();
    Optional<BigDecimal> number = WrittenNumber.read(typed);
    if (number.isPresent()) {
      // As it was typed: 20 is no 2E+1.
      place.set(field, DecimalNode.valueOf(number.get()));
    } else if (!typed.isEmpty()) {
      place.put(field, typed);
    }
  }

  private static void named(ObjectNode json, NamedFigure figure, PostedForm form) {
    json.put("name", figure.name()).put("label", figure.label());
    number(
        json,
        "value",
        form.one(DraftFields.figure(figure)).orElseGet(() -> DraftFields.typed(figure.value())));
    ArrayNode parts = json.putArray("parts");
    figure.parts().forEach(parts::add);
  }
}
