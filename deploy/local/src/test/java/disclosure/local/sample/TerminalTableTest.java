package disclosure.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TerminalTableTest {

  private static final int COLUMNS = ApplicantType.values().length + 1;
  private static final Pattern NUMBERS = Pattern.compile("(?: +\\d+){" + COLUMNS + "}$");

  private final List<String> lines = TerminalTable.of(counted()).lines().toList();

  @Test
  void every_cell_stands_in_its_column_in_the_order_of_the_form() {
    List<String> rows = lines.stream().filter(line -> NUMBERS.matcher(line).find()).toList();

    assertThat(rows).hasSize(FormRow.values().length);
    for (FormRow row : FormRow.values()) {
      String line = rows.get(row.ordinal());
      assertThat(line).startsWith(row.number() + " ");
      assertThat(ends(line)).isEqualTo(ends(rows.get(0)));
      assertThat(line.substring(cells(line)).strip().split(" +"))
          .containsExactly(
              counted().rows().get(row).stream().map(String::valueOf).toArray(String[]::new));
    }
  }

  @Test
  void no_label_is_cut_off() {
    List<String> labels = new ArrayList<>();
    for (String line : lines.subList(3, lines.size())) {
      if (line.startsWith(" ")) {
        int last = labels.size() - 1;
        labels.set(last, labels.get(last) + line.strip());
      } else {
        labels.add(line.substring(0, cells(line)).strip());
      }
    }

    assertThat(labels)
        .containsExactlyElementsOf(
            List.of(FormRow.values()).stream()
                .map(row -> row.number() + " " + row.label().replaceAll("[“”]", "\""))
                .toList());
  }

  @Test
  void a_line_fits_a_terminal_of_120_places_and_begins_with_no_closing_mark() {
    assertThat(lines)
        .allMatch(line -> TerminalTable.width(line) <= 120)
        .noneMatch(line -> line.strip().matches("[）、，。].*"));
  }

  @Test
  void a_character_that_some_terminals_show_wider_stands_nowhere() {
    assertThat(String.join("", lines).codePoints())
        .allMatch(
            character ->
                character < 0x7F || TerminalTable.width(Character.toString(character)) == 2);
  }

  @Test
  void a_heading_ends_where_its_column_ends() {
    List<Integer> ends = ends(lines.get(3));
    for (int column = 0; column < COLUMNS; column++) {
      String heading = Cells.heading(column);
      int end = ends.get(column);
      String above = within(lines.get(0), end - 8, end) + within(lines.get(1), end - 8, end);
      assertThat(above.replace(" ", "")).isEqualTo(heading);
    }
  }

  /** Where the cells of a line begin, in characters. */
  private static int cells(String line) {
    Matcher numbers = NUMBERS.matcher(line);
    return numbers.find() ? numbers.start() : line.length();
  }

  /** The places at which the numbers of a line end. */
  private static List<Integer> ends(String line) {
    List<Integer> ends = new ArrayList<>();
    Matcher number = Pattern.compile("\\d+").matcher(line);
    number.region(cells(line), line.length());
    while (number.find()) {
      ends.add(TerminalTable.width(line.substring(0, number.end())));
    }
    return ends;
  }

  private static String within(String line, int from, int to) {
    StringBuilder inside = new StringBuilder();
    int place = 0;
    for (int i = 0; i < line.length(); i++) {
      if (place >= from && place < to) {
        inside.append(line.charAt(i));
      }
      place += TerminalTable.width(line.substring(i, i + 1));
    }
    return inside.toString();
  }

  private static Cells counted() {
    Map<FormRow, List<Long>> rows = new EnumMap<>(FormRow.class);
    for (FormRow row : FormRow.values()) {
      List<Long> numbers = new ArrayList<>();
      for (int column = 0; column < COLUMNS; column++) {
        numbers.add((long) Math.pow(5, column) * (row.ordinal() + 1));
      }
      rows.put(row, numbers);
    }
    return new Cells(rows);
  }
}
