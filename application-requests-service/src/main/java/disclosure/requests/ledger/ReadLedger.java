package disclosure.requests.ledger;

import disclosure.edge.Caller;
import disclosure.edge.Text;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.registration.Intake;
import disclosure.requests.transaction.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a ledger and finds everything in it that can't be taken over. */
@ApplicationScoped
class ReadLedger {

  private static final int CHUNK = 200;

  private final Intake intake;

  ReadLedger(Intake intake) {
    this.intake = intake;
  }

  /**
   * What a ledger holds.
   *
   * @param rows those that can be taken over
   * @param total all rows with anything in them
   * @param repeated how many of the rows are registered already
   * @param ignored headings that mean nothing here
   * @param problems everything that is wrong
   */
  record Ledger(
      List<LedgerRow> rows,
      int total,
      int repeated,
      List<String> ignored,
      List<LedgerProblem> problems) {}

  Ledger read(List<Sheet> sheets, OrganCode organ, Caller caller) throws SQLException {
    List<LedgerProblem> problems = new ArrayList<>();
    List<String> ignored = new ArrayList<>();
    List<LedgerRow> sound = new ArrayList<>();
    Map<String, LedgerRow> references = new HashMap<>();
    int total = 0;
    int repeated = 0;
    List<Layout> layouts = sheets.stream().flatMap(sheet -> Layout.of(sheet).stream()).toList();
    if (layouts.isEmpty()) {
      problems.add(
          new LedgerProblem(
              "",
              0,
              "",
              "",
              new Text(
                  "没有找到台账的表头，请使用模板或者核对列名",
                  "no sheet has the headings of a ledger; take the template")));
    }
    for (Layout layout : layouts) {
      problems.addAll(layout.missing());
      ignored.addAll(layout.ignored());
      List<RowReader> readers = new ArrayList<>();
      List<LedgerRow> rows = new ArrayList<>();
      if (layout.missing().isEmpty()) {
        for (Sheet.Line line : layout.lines()) {
          total++;
          RowReader reader = new RowReader(layout, line);
          LedgerRow row = reader.read(organ);
          LedgerRow first = references.putIfAbsent(row.reference(), row);
          if (!row.reference().isEmpty() && first != null) {
            reader.problems().add(layout.cell(line, Column.REFERENCE, again(first)));
          }
          readers.add(reader);
          rows.add(row);
        }
      }
      repeated += check(readers, rows, organ, caller, sound, problems);
    }
    return new Ledger(sound, total, repeated, List.copyOf(ignored), List.copyOf(problems));
  }

  /** Returns how many rows are registered already. */
  private int check(
      List<RowReader> readers,
      List<LedgerRow> rows,
      OrganCode organ,
      Caller caller,
      List<LedgerRow> sound,
      List<LedgerProblem> problems)
      throws SQLException {
    int repeated = 0;
    Reach reach = new Reach(false, Set.of(organ));
    for (int from = 0; from < rows.size(); from += CHUNK) {
      int to = Math.min(rows.size(), from + CHUNK);
      List<Intake.Result> results =
          intake.check(
              rows.subList(from, to).stream().map(LedgerRow::json).toList(), caller, reach);
      for (int i = from; i < to; i++) {
        RowReader reader = readers.get(i);
        Intake.Result result = results.get(i - from);
        problems.addAll(reader.problems());
        Set<String> named =
            reader.problems().stream()
                .map(LedgerProblem::column)
                .collect(java.util.stream.Collectors.toSet());
        result.faults().stream()
            .map(fault -> reader.problem(fault.field(), fault.message()))
            .filter(problem -> named.isEmpty() || isOther(problem, named))
            .forEach(problems::add);
        if (reader.problems().isEmpty() && !result.isRefused()) {
          sound.add(rows.get(i));
          repeated += result.created() ? 0 : 1;
        }
      }
    }
    return repeated;
  }

  /** What a cell that was not understood leads to elsewhere in its row is no mistake of its own. */
  private static boolean isOther(LedgerProblem problem, Set<String> named) {
    return !problem.column().isEmpty() && !named.contains(problem.column());
  }

  private static Text again(LedgerRow first) {
    String where = (first.sheet().isEmpty() ? "" : first.sheet() + "!") + first.row();
    return new Text("与" + where + "行的登记编号重复", "stands in row " + where + " already");
  }
}
