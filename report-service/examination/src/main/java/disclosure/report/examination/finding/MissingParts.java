package disclosure.report.examination.finding;

import disclosure.report.examination.document.Place;
import disclosure.report.examination.figure.Edition;
import disclosure.report.examination.figure.ProactiveFigures;
import disclosure.report.examination.figure.ProactiveRow;
import disclosure.report.examination.text.Headings;
import disclosure.report.examination.text.Section;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import java.util.ArrayList;
import java.util.List;

/** Sections, tables and rows of the form that a report doesn't have. */
final class MissingParts {

  private final ReadTables tables;
  private final List<Finding> findings = new ArrayList<>();

  private MissingParts(ReadTables tables) {
    this.tables = tables;
  }

  /**
   * What isn't there.
   *
   * @param edition the edition that the tables are made by
   * @param tablesAlone whether the document is of a kind that holds tables and no texts
   */
  static List<Finding> of(
      Headings headings, ReadTables tables, Edition edition, boolean tablesAlone) {
    MissingParts missing = new MissingParts(tables);
    missing.sections(headings, tablesAlone);
    missing.tables(edition);
    return missing.findings;
  }

  private void sections(Headings headings, boolean tablesAlone) {
    for (Section section : Section.values()) {
      boolean tableThere =
          switch (section) {
            case PROACTIVE -> tables.proactive().isThere();
            case APPLICATIONS -> tables.applications().isThere();
            case DISPUTES -> tables.disputes().isThere();
            case OVERVIEW, PROBLEMS, OTHER_MATTERS -> false;
          };
      if (!headings.has(section) && !headings.lines().isEmpty()) {
        findings.add(
            Finding.of(
                Finding.Kind.SECTION_MISSING,
                tableThere || tablesAlone || !tables.isAny() ? Severity.LOOK : Severity.WRONG,
                Place.NONE,
                Filled.of("没有找到“%s、%s”的标题。", section.number(), section.heading()),
                Filled.of("No heading “%s、%s” was found.", section.number(), section.heading())));
      }
    }
  }

  private void tables(Edition edition) {
    Severity severity = tables.isAny() ? Severity.WRONG : Severity.LOOK;
    table(tables.proactive().isThere(), severity, "二", "第二部分的表格");
    table(tables.applications().isThere(), severity, "三", "第三部分的表格");
    table(tables.disputes().isThere(), severity, "四", "第四部分的表格");
    applicationRows(edition);
    disputeRows();
    proactiveRows();
  }

  private void disputeRows() {
    for (DisputeKind kind : DisputeKind.values()) {
      if (tables.disputes().isThere() && tables.disputes().group(kind).isEmpty()) {
        findings.add(
            Finding.of(
                Finding.Kind.ROWS_MISSING,
                Severity.WRONG,
                Place.NONE,
                Filled.of("表四没有找到“%s”的数据。", kind.label()),
                Filled.of("Table four has no figures of %s.", kind.label())));
      }
    }
  }

  private void proactiveRows() {
    ProactiveFigures proactive = tables.proactive();
    if (!proactive.isThere()) {
      return;
    }
    List<String> rows = new ArrayList<>();
    for (ProactiveRow row : ProactiveRow.values()) {
      if (row.label(proactive.edition()).isPresent() && proactive.row(row).isEmpty()) {
        rows.add("“" + row.label(proactive.edition()).get() + "”");
      }
    }
    if (!rows.isEmpty()) {
      findings.add(
          Finding.of(
              Finding.Kind.ROWS_MISSING,
              Severity.WRONG,
              Place.NONE,
              Filled.of("表二没有找到%s行。", String.join("、", rows)),
              Filled.of("Table two has no rows %s.", String.join(", ", rows))));
    }
  }

  private void table(boolean there, Severity severity, String number, String name) {
    if (!there) {
      findings.add(
          Finding.of(
              Finding.Kind.TABLE_MISSING,
              severity,
              Place.NONE,
              "没有找到" + name + "，或者无法识别。",
              "The table of section " + number + " was not found, or can't be read."));
    }
  }

  private void applicationRows(Edition edition) {
    if (!tables.applications().isThere()) {
      return;
    }
    List<String> missing = new ArrayList<>();
    for (FormRow row : FormRow.values()) {
      boolean asked =
          !Sums.isOtherHandling(row)
              || edition == Edition.FORM_2021
                  && tables.applications().otherHandlingInOne().isEmpty();
      if (asked && tables.applications().row(row).isEmpty()) {
        missing.add("“" + row.number() + " " + row.label() + "”");
      }
    }
    boolean noOther =
        edition == Edition.FORM_2019
            && tables.applications().otherHandlingInOne().isEmpty()
            && tables.applications().row(FormRow.OTHER_HANDLING).isEmpty();
    if (noOther) {
      missing.add("“三（六） 其他处理”");
    }
    if (!missing.isEmpty()) {
      findings.add(
          Finding.of(
              Finding.Kind.ROWS_MISSING,
              Severity.WRONG,
              Place.NONE,
              Filled.of("表三没有找到%s行。", Filled.names(missing)),
              Filled.of("Table three has no rows %s.", Filled.names(missing))));
    }
  }
}
