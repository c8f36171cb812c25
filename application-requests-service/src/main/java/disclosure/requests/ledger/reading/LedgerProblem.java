package disclosure.requests.ledger.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.edge.Expected;
import disclosure.edge.Fault;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something wrong in a ledger. It never says what stands in the cell.
 *
 * @param sheet the sheet's name; empty for CSV
 * @param row from 1; 0 for the whole sheet
 * @param column its letters; empty for the whole row
 * @param heading the column's heading in the office's own words; empty for the whole row
 * @param fault what is wrong
 */
public record LedgerProblem(String sheet, int row, String column, String heading, Fault fault) {

  /**
   * A problem in the language of the reader.
   *
   * @param code what is wrong, by a word that always means the same; absent where a release that
   *     kept none found it
   * @param expected what would be right, where the service knows it
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @Schema(name = "LedgerFinding")
  public record View(
      String sheet,
      int row,
      String column,
      String heading,
      Optional<String> code,
      String message,
      Optional<Expected> expected) {}

  /** The same in one language. */
  public View in(Locale language) {
    return new View(
        sheet,
        row,
        column,
        heading,
        Optional.of(fault.code().code()),
        fault.message().in(language),
        fault.expected());
  }

  /** For a cell beside the row: where it is wrong, and what. */
  public String words(Locale language) {
    return (heading.isEmpty() ? "" : heading + "：") + fault.message().in(language);
  }

  /** The letters of a column, from 0: A, B … Z, AA. */
  static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }
}
