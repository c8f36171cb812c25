package disclosure.report.examination.finding;

import disclosure.report.examination.figure.ApplicationsFigures;
import disclosure.report.examination.figure.DisputesFigures;
import disclosure.report.examination.figure.Edition;
import disclosure.report.examination.figure.ProactiveFigures;
import disclosure.report.examination.table.Remark;
import disclosure.report.examination.text.Headings;
import disclosure.report.examination.text.Origin;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is to be said of a report that was read. */
public final class Findings {

  private Findings() {}

  /**
   * The findings, the worst first.
   *
   * @param edition the edition that the tables are made by
   * @param tablesAlone whether the document is of a kind that holds tables and no texts
   */
  public static List<Finding> of(
      Origin origin,
      Headings headings,
      ProactiveFigures proactive,
      ApplicationsFigures applications,
      DisputesFigures disputes,
      List<Remark> remarks,
      Edition edition,
      boolean tablesAlone) {
    ReadTables tables = new ReadTables(proactive, applications, disputes);
    List<Finding> findings = new ArrayList<>();
    findings.addAll(Sums.of(applications));
    findings.addAll(Sums.of(disputes));
    findings.addAll(EditionFindings.of(origin, tables, edition));
    findings.addAll(MissingParts.of(headings, tables, edition, tablesAlone));
    findings.addAll(CellFindings.of(tables));
    findings.addAll(UnitFindings.of(proactive));
    OriginFindings.of(origin).ifPresent(findings::add);
    remarks.forEach(remark -> findings.add(ReadingRemarks.of(remark)));
    return Finding.worstFirst(findings);
  }
}
