package disclosure.acceptance.product;

import com.fasterxml.jackson.databind.JsonNode;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The 25 × 7 numbers of table three, row by row, however they were shown. */
record Figures(List<List<Long>> rows) {

  private static final Pattern ROW_OF_SEVEN = Pattern.compile("(?: +\\d+){7}$");

  /** As 临县人民政府办公室 published them for 2024: all other cells are 0. */
  static Figures publishedOfLinxian() {
    Map<FormRow, List<Long>> rows = new EnumMap<>(FormRow.class);
    for (FormRow row : FormRow.values()) {
      rows.put(row, Collections.nCopies(7, 0L));
    }
    rows.put(FormRow.NEWLY_RECEIVED, List.of(26L, 1L, 0L, 0L, 0L, 0L, 27L));
    rows.put(FormRow.PARTIALLY_DISCLOSED, List.of(4L, 0L, 0L, 0L, 0L, 0L, 4L));
    rows.put(FormRow.NOT_HELD, List.of(21L, 0L, 0L, 0L, 0L, 0L, 21L));
    rows.put(FormRow.PETITION_OR_COMPLAINT, List.of(0L, 1L, 0L, 0L, 0L, 0L, 1L));
    rows.put(FormRow.CONCLUDED, List.of(25L, 1L, 0L, 0L, 0L, 0L, 26L));
    rows.put(FormRow.CARRIED_OUT, List.of(1L, 0L, 0L, 0L, 0L, 0L, 1L));
    return new Figures(List.copyOf(rows.values()));
  }

  /** As the matrix or the tally answers them, in the order of the form. */
  static Figures answered(JsonNode matrix) {
    List<List<Long>> rows = new ArrayList<>();
    for (JsonNode row : matrix.get("rows")) {
      List<Long> numbers = new ArrayList<>();
      for (ApplicantType type : ApplicantType.values()) {
        numbers.add(row.get("counts").get(type.name()).longValue());
      }
      numbers.add(row.get("total").longValue());
      rows.add(numbers);
    }
    return new Figures(rows);
  }

  /** As the terminal shows them. */
  static Figures printed(String output) {
    List<List<Long>> rows = new ArrayList<>();
    output
        .lines()
        .map(ROW_OF_SEVEN::matcher)
        .filter(java.util.regex.Matcher::find)
        .forEach(row -> rows.add(numbers(List.of(row.group().strip().split(" +")))));
    return new Figures(rows);
  }

  /** Cell by cell. */
  static Figures sum(List<Figures> parts) {
    List<List<Long>> rows = new ArrayList<>();
    for (int row = 0; row < FormRow.values().length; row++) {
      List<Long> numbers = new ArrayList<>();
      for (int column = 0; column < 7; column++) {
        long sum = 0;
        for (Figures part : parts) {
          sum += part.rows().get(row).get(column);
        }
        numbers.add(sum);
      }
      rows.add(numbers);
    }
    return new Figures(rows);
  }

  long total(FormRow row) {
    return rows.get(row.ordinal()).get(6);
  }

  /**
   * A number.
   *
   * @param column from 0; the seventh is the total
   */
  long cell(FormRow row, int column) {
    return rows.get(row.ordinal()).get(column);
  }

  /** From the cells of a document, seven a row. */
  static Figures ofCells(List<String> cells) {
    List<List<Long>> rows = new ArrayList<>();
    for (int first = 0; first < cells.size(); first += 7) {
      rows.add(numbers(cells.subList(first, Math.min(first + 7, cells.size()))));
    }
    return new Figures(rows);
  }

  private static List<Long> numbers(List<String> texts) {
    return texts.stream().map(Long::valueOf).toList();
  }
}
