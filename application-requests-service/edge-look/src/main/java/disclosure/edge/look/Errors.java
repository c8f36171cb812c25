package disclosure.edge.look;

import disclosure.edge.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong with a form, to stand above it, in the language of the page.
 *
 * @param title what kind of trouble it is
 * @param detail what to do; empty where the entries say so
 * @param entries what is wrong
 */
public record Errors(String title, String detail, List<Entry> entries) {

  public static final Errors NONE = new Errors("", "", List.of());

  private static final String TITLE = "请更正以下内容";

  /**
   * One of them.
   *
   * @param target the id of the field, or the address of a page; empty where no field is at fault
   */
  public record Entry(String target, String text) {

    /** Where it leads. */
    public String href() {
      return target.startsWith("/") ? target : "#" + target;
    }
  }

  /** A defensive copy is kept. */
  public Errors {
    entries = List.copyOf(entries);
  }

  /** Those of the fields, and then what no field of the form is about. */
  public static Errors of(List<Field> fields, List<Fault> faults) {
    List<Entry> entries = new ArrayList<>();
    fields.stream()
        .filter(field -> !field.error().isEmpty())
        .forEach(
            field ->
                entries.add(
                    new Entry(field.name(), Wording.of("%s：%s", field.label(), field.error()))));
    faults.stream()
        .filter(fault -> fields.stream().noneMatch(field -> field.name().equals(fault.field())))
        .map(fault -> new Entry("", fault.message().in(Wording.language())))
        .distinct()
        .forEach(entries::add);
    return entries.isEmpty() ? NONE : new Errors(Wording.of(TITLE), "", entries);
  }

  /**
   * The same, and links to the records that stand in the way.
   *
   * @param pages what stands before the address of a record in that of its page
   */
  public Errors leading(List<Fault> faults, String pages, String text) {
    List<Entry> more = new ArrayList<>(entries);
    faults.stream()
        .flatMap(fault -> fault.record().stream())
        .distinct()
        .forEach(record -> more.add(new Entry(pages + record, text)));
    return new Errors(title, detail, more);
  }

  /** What is wrong with a field, in one sentence; empty for nothing. */
  public static String at(String field, List<Fault> faults) {
    return faults.stream()
        .filter(fault -> fault.field().equals(field))
        .map(fault -> fault.message().in(Wording.language()))
        .distinct()
        .collect(Collectors.joining(Wording.of("；")));
  }

  /** Whether anything is. */
  public boolean any() {
    return !title.isEmpty();
  }
}
