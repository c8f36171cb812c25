package disclosure.statistics.matrix;

import disclosure.edge.Expected;
import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which the matrix is given. */
enum MatrixFormat {
  JSON,
  CSV,
  /** What the columns of the CSV are. */
  CSVW;

  /**
   * @throws Refusal 400 when there is no such form
   */
  static MatrixFormat named(Optional<String> name) {
    if (name.isEmpty()) {
      return JSON;
    }
    return Arrays.stream(values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name.get()))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.invalid(
                    InputFault.NOT_ONE_OF.at("format", Expected.oneOf("json", "csv", "csvw"))));
  }
}
