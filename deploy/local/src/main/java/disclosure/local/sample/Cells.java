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

  /** The label of one of the seven columns. */
  static String heading(int column) {
    return column < ApplicantType.values().length ? ApplicantType.values()[column].label() : "总计";
  }
}
