package disclosure.report.workbench.examination;

import disclosure.edge.look.Errors;
import java.util.List;

/**
 * Archives that are examined in the background.
 *
 * @param errors why one was not taken
 * @param batches the newest first
 */
public record BatchesPage(Errors errors, List<Row> batches) {

  /** A defensive copy is kept. */
  public BatchesPage {
    batches = List.copyOf(batches);
  }

  /** One of them, in words. */
  public record Row(String name, String state, String counts, String ordered, String address) {}
}
