package disclosure.statistics.page;

import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.statistics.contract.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The forms of the dashboard as they were filled in, with what is wrong in them.
 *
 * @param find the word that is looked for
 * @param found organs to choose from
 * @param all how many there are of them
 * @param scopes which organs can be counted
 */
public record ChoiceForm(
    Field organ,
    Field year,
    Field from,
    Field to,
    Field scope,
    String find,
    List<Choice.Link> found,
    long all,
    List<Option> scopes) {

  /** One of several that can be chosen. */
  public record Option(String value, String label, boolean chosen) {}

  static ChoiceForm of(Choice choice, Choice.Links organs, Optional<Refusal> refusal) {
    List<Fault> faults = refusal.map(Refusal::faults).orElse(List.of());
    return new ChoiceForm(
        field("organ", "行政机关", choice.organ(), faults),
        field("year", "年份", choice.year(), faults),
        field("from", "起始日期", choice.from(), faults),
        field("to", "截止日期", choice.to(), faults),
        field("scope", "统计范围", choice.scope(), faults),
        choice.find().orElse(""),
        organs.first(),
        organs.all(),
        Arrays.stream(Scope.values())
            .map(
                scope ->
                    new Option(
                        scope.name(),
                        Words.of(scope),
                        choice.scope().orElse(Scope.OWN.name()).equals(scope.name())))
            .toList());
  }

  private static Field field(
      String name, String label, Optional<String> value, List<Fault> faults) {
    return new Field(
        name,
        label,
        value.orElse(""),
        faults.stream()
            .filter(fault -> fault.field().equals(name))
            .map(fault -> fault.message().in(Locale.CHINESE))
            .collect(Collectors.joining("；")));
  }

  /** The fields at fault, in the order of the page. */
  public List<Field> errors() {
    return Stream.of(organ, scope, year, from, to)
        .filter(field -> !field.error().isEmpty())
        .toList();
  }

  /** How many more organs there are than are shown. */
  public long more() {
    return all - found.size();
  }
}
