package disclosure.requests.page.calendar;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.Fault;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import disclosure.edge.look.Wording;
import disclosure.edge.page.PostedForm;
import disclosure.requests.calendar.CalendarYear;
import disclosure.requests.page.form.Fields;
import disclosure.requests.page.form.Words;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The announced days of a year, as they are filled in.
 *
 * @param fields with what is wrong in them
 * @param errors the same together, or what somebody else has put meanwhile
 */
public record YearForm(List<Field> fields, Errors errors) {

  static final String SEEN = "seen";

  private static final String NOTICE = "notice";
  private static final int LONGEST_NOTICE = 200;
  private static final int LONGEST_DAYS = 8000;

  /** A defensive copy is kept. */
  public YearForm {
    fields = List.copyOf(fields);
  }

  /** As the year is now. */
  static YearForm of(String seen, Optional<CalendarYear> now) {
    return of(
        seen,
        now.map(CalendarYear::notice).orElse(""),
        now.map(Periods::of).orElse(List.of()).stream()
            .map(Periods.Period::written)
            .collect(Collectors.joining("\n")),
        List.of());
  }

  /** As it was filled in, and what is wrong. */
  static YearForm wrong(PostedForm filled, String seen, List<Fault> faults) {
    return of(
        seen,
        filled.first(NOTICE).orElse(""),
        filled.first(Periods.FIELD).orElse(""),
        Words.inWords(faults));
  }

  /** As it was filled in, where somebody else has changed the year meanwhile. */
  static YearForm changed(PostedForm filled, String seen) {
    return new YearForm(
        wrong(filled, seen, List.of()).fields(),
        new Errors(
            Wording.of("这一年的安排刚刚被他人更改，您填写的内容尚未保存"),
            Wording.of("现在的安排见本页下方。如仍要改为您填写的内容，请核对后再次保存。"),
            List.of()));
  }

  private static YearForm of(String seen, String notice, String days, List<Fault> faults) {
    List<Field> fields =
        List.of(
            Fields.hidden(SEEN, seen),
            Field.of(Field.Kind.LINE, NOTICE, Wording.of("放假安排的文件"), notice)
                .hinting(Wording.of("名称和文号"))
                .atMost(LONGEST_NOTICE)
                .needed()
                .beginning()
                .wrong(Errors.at(NOTICE, faults)),
            Field.of(Field.Kind.AREA, Periods.FIELD, Wording.of("放假和调休上班的日期"), days)
                .hinting(Wording.of(Periods.FORMS))
                .atMost(LONGEST_DAYS)
                .needed()
                .wrong(Errors.at(Periods.FIELD, faults)));
    return new YearForm(fields, Errors.of(fields, faults));
  }

  /** What was filled in, day by day. */
  static Periods periods(PostedForm form, int year) {
    return Periods.read(form.first(Periods.FIELD).orElse(""), year);
  }

  /** The JSON of what was filled in. */
  static byte[] json(PostedForm form, Periods periods) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    form.first(NOTICE)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> json.put(NOTICE, text));
    ArrayNode days = json.putArray(Periods.FIELD);
    for (Periods.Day day : periods.days()) {
      days.addObject()
          .put("date", day.date().toString())
          .put("kind", day.kind().name())
          .put("holiday", day.holiday());
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
