package disclosure.edge.look;

import disclosure.edge.Fault;
import disclosure.edge.Text;
import java.util.List;
import java.util.stream.Stream;

/**
 * A field of a form, as it was filled in.
 *
 * @param kind how it is filled in
 * @param name of the parameter, and the id of the field
 * @param label in the clerk's words
 * @param value as it came
 * @param hint what helps to fill it in; empty for nothing
 * @param error what would be right; empty when nothing is wrong
 * @param example of a value; empty for none
 * @param required whether it must be filled in
 * @param longest the most characters; 0 for any number
 * @param first whether writing begins here
 * @param groups what can be chosen
 */
public record Field(
    Kind kind,
    String name,
    String label,
    String value,
    String hint,
    String error,
    String example,
    boolean required,
    int longest,
    boolean first,
    List<Group> groups) {

  private static final int WIDE = 40;

  /** As many choices are told in a sentence. */
  private static final int FEW = 6;

  /** How a field is filled in. */
  public enum Kind {
    LINE,
    AREA,
    DAY,
    NUMBER,
    CHOICE,
    CHECK,
    CHECKS,
    HIDDEN
  }

  /** One of several that can be chosen. */
  public record Option(String value, String label, boolean chosen) {}

  /**
   * Some that belong together.
   *
   * @param label empty where they have no name
   */
  public record Group(String label, List<Option> options) {

    /** A defensive copy is kept. */
    public Group {
      options = List.copyOf(options);
    }
  }

  /** A defensive copy is kept. */
  public Field {
    groups = List.copyOf(groups);
  }

  /** A field without anything but what every field has. */
  public static Field of(Kind kind, String name, String label, String value) {
    return new Field(kind, name, label, value, "", "", "", false, 0, false, List.of());
  }

  /** The same, with what helps to fill it in. */
  public Field hinting(String words) {
    return new Field(
        kind, name, label, value, words, error, example, required, longest, first, groups);
  }

  /** The same, with what is wrong. */
  public Field wrong(String words) {
    return new Field(
        kind, name, label, value, hint, words, example, required, longest, first, groups);
  }

  /**
   * The same, with what is wrong with it: of what is chosen, in the words that stand in the list,
   * not as it is sent.
   */
  public Field wrong(List<Fault> faults) {
    return wrong(Errors.at(name, faults.stream().map(this::inItsWords).toList()));
  }

  private Fault inItsWords(Fault fault) {
    List<String> codes = fault.expected().map(right -> right.oneOf()).orElse(List.of());
    List<String> offered =
        options().stream()
            .filter(option -> codes.contains(option.value()))
            .map(option -> "“" + option.label() + "”")
            .toList();
    if (offered.isEmpty()) {
      return fault;
    }
    String said =
        offered.size() > FEW
            ? Wording.of("请从列表中选择")
            : Wording.of("请从列表中选择：%s", String.join(Wording.of("、"), offered));
    return fault.saying(new Text(said, said));
  }

  /** The same, with an example of a value. */
  public Field like(String value) {
    return new Field(
        kind, name, label, this.value, hint, error, value, required, longest, first, groups);
  }

  /** The same under another name. */
  public Field called(String words) {
    return new Field(
        kind, name, words, value, hint, error, example, required, longest, first, groups);
  }

  /** The same, to be chosen. */
  public Field oneOf(List<Group> choices) {
    return new Field(Kind.CHOICE, name, label, value, hint, error, "", required, 0, first, choices);
  }

  /** The same, to be filled in. */
  public Field needed() {
    return new Field(kind, name, label, value, hint, error, example, true, longest, first, groups);
  }

  /** The same with so many characters at most. */
  public Field atMost(int characters) {
    return new Field(
        kind, name, label, value, hint, error, example, required, characters, first, groups);
  }

  /** The same, where writing begins. */
  public Field beginning() {
    return new Field(
        kind, name, label, value, hint, error, example, required, longest, true, groups);
  }

  /** The same with choices. */
  public Field choosing(List<Group> choices) {
    return new Field(
        kind, name, label, value, hint, error, example, required, longest, first, choices);
  }

  /** All that can be chosen. */
  public List<Option> options() {
    return groups.stream().flatMap(group -> group.options().stream()).toList();
  }

  /** The ids of what explains it, with blanks between. */
  public String described() {
    return Stream.of(hint.isEmpty() ? "" : name + "-hint", error.isEmpty() ? "" : name + "-error")
        .filter(id -> !id.isEmpty())
        .reduce((one, other) -> one + " " + other)
        .orElse("");
  }

  /** How many characters are seen; 0 for as many as there is room for. */
  public int size() {
    return switch (kind) {
      case DAY -> 12;
      case NUMBER -> 8;
      case LINE, AREA, CHOICE, CHECK, CHECKS, HIDDEN -> 0;
    };
  }

  /** The class of how wide it is. */
  public String width() {
    return switch (kind) {
      case AREA -> "broad";
      case LINE -> longest > WIDE ? "wide" : "";
      case DAY, NUMBER, CHOICE, CHECK, CHECKS, HIDDEN -> "";
    };
  }

  public boolean isArea() {
    return kind == Kind.AREA;
  }

  public boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  public boolean isChoice() {
    return kind == Kind.CHOICE;
  }

  public boolean isCheck() {
    return kind == Kind.CHECK;
  }

  public boolean isChecks() {
    return kind == Kind.CHECKS;
  }

  public boolean isHidden() {
    return kind == Kind.HIDDEN;
  }
}
