package disclosure.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.MatrixRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The 25 × 7 numbers of table three.
 *
 * @param rows for each row of the form its six columns and its total
 */
record Cells(Map<FormRow, List<Long>> rows) {

  /** The numbers of a matrix or tally as the services answer them. */
  static Cells ofAnswer(JsonNode answer) {
    Map<FormRow, List<Long>> rows = new EnumMap<>(FormRow.class);
    for (JsonNode json : answer.get("rows")) {
      MatrixRow row = Api.MAPPER.convertValue(json, MatrixRow.class);
      List<Long> numbers = new ArrayList<>(row.counts().byType().values());
      numbers.add(row.total());
      rows.put(row.code(), numbers);
    }
    return new Cells(rows);
  }

  /** The numbers as they were published. */
  static Cells ofPublished(JsonNode figures) {
    Map<FormRow, List<Long>> rows = new EnumMap<>(FormRow.class);
    for (FormRow row : FormRow.values()) {
      JsonNode published = figures.get("applications").get(row.name());
      List<Long> numbers = new ArrayList<>();
      published.get("counts").forEach(number -> numbers.add(number.longValue()));
      numbers.add(published.get("total").longValue());
      rows.put(row, numbers);
    }
    return new Cells(rows);
  }

  /** A line for each cell that is not the same in the other. */
  List<String> differences(Cells other) {
    List<String> differences = new ArrayList<>();
    for (FormRow row : FormRow.values()) {
      for (int column = 0; column <= ApplicantType.values().length; column++) {
        long here = rows.get(row).get(column);
        long there = other.rows.get(row).get(column);
        if (here != there) {
          differences.add(
              String.format(
                  Locale.ROOT,
                  "%s %s / %s: %d instead of %d",
                  row.number(),
                  row.label(),
                  heading(column),
                  here,
                  there));
        }
      }
    }
    return differences;
  }

  static String heading(int column) {
    return column < ApplicantType.values().length ? ApplicantType.values()[column].label() : "总计";
  }

  /** The table for a terminal, in which a Chinese character is two places wide. */
  String text() {
    StringBuilder text = new StringBuilder();
    int columns = ApplicantType.values().length + 1;
    text.append(padded("", 46));
    for (int column = 0; column < columns; column++) {
      text.append(left(heading(column), 14));
    }
    rows.forEach(
        (row, numbers) -> {
          text.append('\n').append(padded(row.number() + " " + shortened(row.label()), 46));
          numbers.forEach(number -> text.append(left(number.toString(), 14)));
        });
    return text.toString();
  }

  private static String shortened(String label) {
    return label.length() <= 18 ? label : label.substring(0, 17) + "…";
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - width(text)));
  }

  private static String left(String text, int width) {
    return " ".repeat(Math.max(1, width - width(text))) + text;
  }

  private static int width(String text) {
    return text.codePoints().map(character -> character < 0x2000 ? 1 : 2).sum();
  }
}
