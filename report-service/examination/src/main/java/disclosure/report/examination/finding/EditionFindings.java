package disclosure.report.examination.finding;

import disclosure.report.examination.figure.Edition;
import disclosure.report.examination.text.Origin;
import disclosure.requests.contract.FormRow;
import java.util.ArrayList;
import java.util.List;

/** The form of another edition than that of the report's year. */
final class EditionFindings {

  private EditionFindings() {}

  /**
   * Of a report of that origin.
   *
   * @param made the edition that the tables are made by
   */
  static List<Finding> of(Origin origin, ReadTables tables, Edition made) {
    if (origin.year().isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    int year = origin.year().getAsInt();
    Edition due = Edition.of(year);
    if (tables.proactive().isThere() && tables.proactive().edition() != due) {
      findings.add(
          Finding.of(
              Finding.Kind.EDITION,
              Severity.WRONG,
              tables.proactive().rows().values().iterator().next().get(0).place(),
              Filled.of(
                  "%d年度报告的第二部分用的是%s，应当用%s。",
                  year, tables.proactive().edition().label(), due.label()),
              Filled.of(
                  "Section two of the report on %d is in the form of %s; it should be in that of %s.",
                  year, code(tables.proactive().edition()), code(due))));
    }
    if (tables.applications().otherHandlingInOne().isPresent() && due == Edition.FORM_2021) {
      findings.add(
          Finding.of(
              Finding.Kind.EDITION,
              Severity.WRONG,
              tables.applications().otherHandlingInOne().get().place(),
              Filled.of("表三“（六）其他处理”只有一行，%d年度报告应当用%s，分为三行。", year, due.label()),
              Filled.of("Table three has 其他处理 as one row; the form for %d has three.", year)));
    } else if (due == Edition.FORM_2019
        && made == Edition.FORM_2021
        && tables.applications().row(FormRow.CORRECTION_OVERDUE).isPresent()) {
      findings.add(
          Finding.of(
              Finding.Kind.EDITION,
              Severity.LOOK,
              tables.applications().row(FormRow.CORRECTION_OVERDUE).get().place(),
              Filled.of("表三“（六）其他处理”分为三行，%d年度报告的格式（2019年）为一行。", year),
              Filled.of("Table three has 其他处理 in three rows; the form for %d has one.", year)));
    }
    return findings;
  }

  private static String code(Edition edition) {
    return edition.name().substring(edition.name().length() - 4);
  }
}
