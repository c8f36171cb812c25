package disclosure.statistics.page;

import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import disclosure.edge.look.Field.Kind;
import disclosure.edge.look.Wording;
import disclosure.requests.contract.OrganKind;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.page.wording.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The forms of the dashboard as they were filled in, with what is wrong in them.
 *
 * @param action where they lead
 * @param organ the code of the organ
 * @param find the word that is looked for
 * @param errors what is wrong
 * @param found organs to choose from
 * @param all how many there are of them
 */
public record ChoiceForm(
    String action,
    String organ,
    Field find,
    Field year,
    Field from,
    Field to,
    Field scope,
    Errors errors,
    List<Choice.Link> found,
    long all) {

  /** The code of the organ is no field of its own: an organ is found, and chosen by a link. */
  private static final String ORGAN = "organ";

  private static final String FIND = "find";
  private static final Pattern NAME = Pattern.compile("\\b(from|to|year|quarter|month|scope)\\b");
  private static final Map<String, String> LABELS =
      Map.of(
          "from", "起始日期",
          "to", "截止日期",
          "year", "年份",
          "quarter", "季度",
          "month", "月份",
          "scope", "统计范围");
  private static final int LONGEST_WORD = 100;

  static ChoiceForm of(
      Choice choice, Optional<OrganKind> kind, Choice.Links organs, Optional<Refusal> refusal) {
    List<Fault> faults = refusal.map(Refusal::faults).map(ChoiceForm::inWords).orElse(List.of());
    Field find =
        Field.of(Kind.LINE, FIND, Wording.of("查找行政机关"), choice.find().orElse(""))
            .hinting(Wording.of("名称中的几个字，或者统一社会信用代码的开头"))
            .atMost(LONGEST_WORD)
            .wrong(Errors.at(ORGAN, faults));
    Field year = field(Kind.NUMBER, "year", Wording.of("年份"), choice.year(), faults);
    Field from =
        field(Kind.DAY, "from", Wording.of("起始日期"), choice.from(), faults)
            .like(Wording.of("如2024-01-01"));
    Field to =
        field(Kind.DAY, "to", Wording.of("截止日期"), choice.to(), faults)
            .like(Wording.of("如2024-06-30"));
    Field scope =
        field(Kind.CHOICE, "scope", Wording.of("统计范围"), choice.scope(), faults)
            .choosing(List.of(new Field.Group("", scopes(choice, kind))))
            .wrong(faults);
    return new ChoiceForm(
        choice.path(),
        choice.organ().orElse(""),
        find,
        year,
        from,
        to,
        scope,
        Errors.of(List.of(find, scope, year, from, to), others(faults)),
        organs.first(),
        organs.all());
  }

  /** Sentences that name fields as the page does, and not as addresses do. */
  private static List<Fault> inWords(List<Fault> faults) {
    return faults.stream()
        .map(
            fault ->
                fault.saying(
                    new Text(
                        NAME.matcher(fault.message().chinese())
                            .replaceAll(name -> LABELS.get(name.group())),
                        fault.message().english())))
        .toList();
  }

  private static Field field(
      Kind kind, String name, String label, Optional<String> value, List<Fault> faults) {
    return Field.of(kind, name, label, value.orElse("")).wrong(Errors.at(name, faults));
  }

  private static List<Fault> others(List<Fault> faults) {
    return faults.stream().filter(fault -> !fault.field().equals(ORGAN)).toList();
  }

  private static List<Field.Option> scopes(Choice choice, Optional<OrganKind> kind) {
    String chosen = choice.scope().orElse(Scope.OWN.name());
    return Arrays.stream(Scope.values())
        .map(
            scope ->
                new Field.Option(scope.name(), Words.of(scope, kind), chosen.equals(scope.name())))
        .toList();
  }

  /** How many more organs there are than are shown. */
  public long more() {
    return all - found.size();
  }

  /** Whether it stands open where there is little room: something is wrong, or to be chosen. */
  public boolean open() {
    return organ.isEmpty() || errors.any();
  }
}
