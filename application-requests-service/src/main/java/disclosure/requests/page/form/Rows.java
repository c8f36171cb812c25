package disclosure.requests.page.form;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Several things of one kind in a form, each in a row of its own: {@code path[0].name}, {@code
 * path[1].name} … A row in which nothing is filled in is passed over, wherever it stands.
 *
 * @param path what stands before the number
 * @param fields the names behind it
 */
public record Rows(String path, List<String> fields) {

  /** More rows than this are not looked at: a form has a hundred fields at most. */
  public static final int MOST = 20;

  /** A defensive copy is kept. */
  public Rows {
    fields = List.copyOf(fields);
  }

  /** What stands before the name of a field of a row. */
  public String at(int row) {
    return path + "[" + row + "].";
  }

  /** The rows in which something is filled in. */
  public List<Integer> filled(Function<String, List<String>> values) {
    return IntStream.range(0, MOST)
        .filter(
            row ->
                fields.stream()
                    .flatMap(field -> values.apply(at(row) + field).stream())
                    .anyMatch(text -> !text.isBlank()))
        .boxed()
        .toList();
  }

  /** Whether a field is of a row that there is no place for, or of none. */
  boolean lacks(String field) {
    return field.startsWith(path + "[")
        && IntStream.range(0, MOST)
            .noneMatch(row -> fields.stream().anyMatch(name -> field.startsWith(at(row) + name)));
  }

  /** How many rows the form had, filled in or not. */
  public int shown(Function<String, List<String>> values) {
    return (int)
        IntStream.range(0, MOST)
            .filter(
                row -> fields.stream().anyMatch(field -> !values.apply(at(row) + field).isEmpty()))
            .count();
  }

  /** The same values with the rows closed up, so that they stand as they are sent. */
  public Function<String, List<String>> closedUp(Function<String, List<String>> values) {
    List<Integer> filled = filled(values);
    return name -> {
      if (!name.startsWith(path + "[")) {
        return values.apply(name);
      }
      int row = Integer.parseInt(name.substring(path.length() + 1, name.indexOf(']')));
      return row < filled.size()
          ? values.apply(at(filled.get(row)) + name.substring(name.indexOf(']') + 2))
          : List.of();
    };
  }
}
