package disclosure.report.workbench.examination;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.Fault;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import disclosure.edge.look.Field.Group;
import disclosure.edge.look.Field.Kind;
import disclosure.edge.look.Field.Option;
import disclosure.edge.look.Wording;
import disclosure.edge.look.WrittenNumber;
import disclosure.report.content.ReportScope;
import disclosure.report.examination.Examination;
import disclosure.report.form.ScopeName;
import disclosure.report.takenover.FormCell;
import disclosure.report.takenover.FormCells;
import disclosure.report.workbench.examination.ExaminationPage.TakeOverForm;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields with which one of the files is taken over: each is named with the file's number. */
final class TakeOverFields {

  static final String ORGAN = "organ";
  static final String YEAR = "year";
  static final String SCOPE = "scope";
  static final String REASON = "reason";
  static final String BLANKS = "blanksAreZero";
  static final String ORGAN_NAME = "organName";

  private static final String FIGURE = "figure";
  private static final int ORGAN_LENGTH = 18;
  private static final int YEAR_LENGTH = 4;
  private static final int LONGEST_FIGURE = 20;
  private static final int LONGEST_REASON = 1000;
  private static final int LONGEST_NAME = 200;

  private final int file;
  private final Map<String, String> values;

  /** Of the file of that number, as they were filled in. */
  TakeOverFields(int file, Map<String, String> values) {
    this.file = file;
    this.values = values;
  }

  /** What was filled in; empty for nothing. */
  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name(name))).filter(text -> !text.isEmpty());
  }

  private String name(String part) {
    return part + "." + file;
  }

  private String figure(String cell) {
    return name(FIGURE) + "." + cell;
  }

  /** The names of the figures that were filled in, in their order. */
  private List<String> figures() {
    String prefix = name(FIGURE) + ".";
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix) && !entry.getValue().isBlank())
        .map(entry -> entry.getKey().substring(prefix.length()))
        .toList();
  }

  /** The part {@code figures} that a program would send, in UTF-8. */
  byte[] json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode all = json.putArray("figures");
    for (String cell : figures()) {
      ObjectNode one = all.addObject().put("name", cell);
      String text = values.get(figure(cell)).strip();
      Optional<BigDecimal> number = WrittenNumber.read(text);
      if (number.isPresent()) {
        one.set("value", DecimalNode.valueOf(number.get()));
      } else {
        one.put("value", text);
      }
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The faults under the names that the fields have here. */
  List<Fault> placed(List<Fault> faults) {
    List<String> figures = figures();
    return faults.stream()
        .map(fault -> Fault.of(place(fault.field(), figures), fault.code(), fault.message()))
        .toList();
  }

  private String place(String field, List<String> figures) {
    if (field.matches("figures\\[\\d{1,4}]\\..*")) {
      int number = Integer.parseInt(field.substring(field.indexOf('[') + 1, field.indexOf(']')));
      return number < figures.size() ? figure(figures.get(number)) : "";
    }
    return switch (field) {
      case "organCode" -> name(ORGAN);
      case YEAR, SCOPE, REASON, BLANKS, ORGAN_NAME -> name(field);
      case "", "file" -> "";
      default -> figure(field);
    };
  }

  /**
   * The form for a file that was read.
   *
   * @param organ whose it is, if that is known
   */
  TakeOverForm form(Examination read, String organ, int lastYear, List<Fault> faults) {
    int said = read.origin().year().orElse(lastYear);
    String year = value(YEAR).orElse(Integer.toString(said));
    String scope = value(SCOPE).orElse(ReportScope.OWN.name());
    List<Field> fields = new ArrayList<>();
    fields.add(
        field(Kind.LINE, ORGAN, Wording.of("接收为哪个机关的报告"), value(ORGAN).orElse(organ), faults)
            .hinting(Wording.of("十八位统一社会信用代码"))
            .atMost(ORGAN_LENGTH)
            .needed());
    Field confirmed =
        field(Kind.LINE, ORGAN_NAME, Wording.of("确认文件上的机关名称"), value(ORGAN_NAME).orElse(""), faults)
            .hinting(Wording.of("文件上的机关名称不是该机关现在或者以前的名称，仍要接收的，照写文件上的名称"))
            .atMost(LONGEST_NAME);
    if (!confirmed.value().isEmpty() || !Errors.at(name(ORGAN_NAME), faults).isEmpty()) {
      fields.add(confirmed);
    }
    fields.addAll(
        List.of(
            field(Kind.NUMBER, YEAR, Wording.of("年度"), year, faults).atMost(YEAR_LENGTH).needed(),
            field(Kind.CHOICE, SCOPE, Wording.of("统计范围"), scope, faults)
                .choosing(
                    List.of(
                        new Group(
                            "",
                            Arrays.stream(ReportScope.values())
                                .map(
                                    one ->
                                        new Option(
                                            one.name(),
                                            Wording.of(ScopeName.of(one)),
                                            one.name().equals(scope)))
                                .toList())))
                .wrong(faults),
            field(
                Kind.CHECK,
                BLANKS,
                Wording.of("空白和“/”“-”等符号均表示0"),
                value(BLANKS).orElse(""),
                faults),
            field(Kind.LINE, REASON, Wording.of("替换已接收文件的理由"), value(REASON).orElse(""), faults)
                .hinting(Wording.of("该年度已接收另一份文件的才填写，原文件仍予保留"))
                .atMost(LONGEST_REASON)));
    List<Field> figures = new ArrayList<>();
    for (FormCell cell :
        FormCells.of(read, year.matches("\\d{4}") ? Integer.parseInt(year) : said)) {
      if (!cell.isSure()) {
        String name = figure(cell.name());
        figures.add(
            Field.of(Kind.NUMBER, name, cell.label(), values.getOrDefault(name, ""))
                .hinting(cell.stands().in(Wording.language()))
                .atMost(LONGEST_FIGURE)
                .wrong(Errors.at(name, faults)));
      }
    }
    return new TakeOverForm(fields, figures);
  }

  private Field field(Kind kind, String part, String label, String value, List<Fault> faults) {
    String name = name(part);
    return Field.of(kind, name, label, value).wrong(Errors.at(name, faults));
  }
}
