package disclosure.report.workbench.runs;

import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import java.util.List;

/**
 * The runs over an organ and what lies below it.
 *
 * @param organ its name
 * @param address its reports
 * @param action where a run is ordered
 * @param errors why none was
 * @param fields what is chosen for it
 * @param runs the newest first
 * @param incomplete whether there may be others, which can't be asked about just now
 * @param next the address of older ones; empty for none
 */
public record RunsPage(
    String organ,
    String address,
    String action,
    Errors errors,
    List<Field> fields,
    List<Row> runs,
    boolean incomplete,
    String next) {

  /** A run, each of it in words. */
  public record Row(String what, String state, String counts, String ordered, String address) {}

  /** Defensive copies are kept. */
  public RunsPage {
    fields = List.copyOf(fields);
    runs = List.copyOf(runs);
  }
}
