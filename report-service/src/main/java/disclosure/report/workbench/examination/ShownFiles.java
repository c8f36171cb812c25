package disclosure.report.workbench.examination;

import disclosure.edge.Text;
import disclosure.edge.look.Wording;
import disclosure.report.examination.document.Place;
import disclosure.report.examination.figure.Edition;
import disclosure.report.examination.finding.Severity;
import disclosure.report.examined.ExaminedReport;
import disclosure.report.examined.ExaminedReport.FindingAnswer;
import disclosure.report.examined.ExaminedReport.PlaceAnswer;
import disclosure.report.workbench.examination.ExaminationPage.Cell;
import disclosure.report.workbench.examination.ExaminationPage.Pair;
import disclosure.report.workbench.examination.ExaminationPage.Row;
import disclosure.report.workbench.examination.ExaminationPage.Table;
import disclosure.report.workbench.examination.ExaminationPage.Told;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An examined report as a page shows it. */
final class ShownFiles {

  private static final String SURE = "SURE";

  private ShownFiles() {}

  static String title(String file, ExaminedReport report) {
    String organ = report.organName().orElse("");
    String year = report.year().map(one -> Wording.of("%s年度", one)).orElse("");
    return organ.isEmpty() && year.isEmpty() ? file : (organ + " " + year).strip();
  }

  static List<Pair> facts(String file, ExaminedReport report) {
    List<Pair> facts = new ArrayList<>();
    facts.add(new Pair(Wording.of("文件"), Wording.of("%s（%s）", file, report.format())));
    facts.add(new Pair(Wording.of("行政机关"), report.organName().orElse(Wording.of("没有识别"))));
    facts.add(
        new Pair(
            Wording.of("年度"),
            report.year().map(year -> Wording.of("%s年", year)).orElse(Wording.of("没有识别"))));
    facts.add(new Pair(Wording.of("表格格式"), words(Edition.valueOf(report.edition()))));
    report.signedBy().ifPresent(name -> facts.add(new Pair(Wording.of("落款"), name)));
    report.signedOn().ifPresent(day -> facts.add(new Pair(Wording.of("成文日期"), day)));
    return facts;
  }

  private static String words(Edition edition) {
    return switch (edition) {
      case FORM_2021 -> Wording.of("2021年格式（%s）", edition.notice());
      case FORM_2019 -> Wording.of("2019年格式（%s）", edition.notice());
    };
  }

  static List<Told> findings(ExaminedReport report) {
    List<Told> told = new ArrayList<>();
    report.findings().forEach(finding -> told.add(told(finding)));
    report
        .findingsLeftOut()
        .ifPresent(
            rest ->
                told.add(
                    new Told(
                        rest.wrong() > 0,
                        words(rest.wrong() > 0 ? Severity.WRONG : Severity.LOOK),
                        Wording.of("另有%s处问题没有列出", rest.wrong() + rest.look()),
                        "")));
    return told;
  }

  private static Told told(FindingAnswer finding) {
    Severity severity = Severity.valueOf(finding.severity());
    String place = finding.place().map(ShownFiles::words).orElse("");
    String other = finding.otherPlace().map(ShownFiles::words).orElse("");
    return new Told(
        severity == Severity.WRONG,
        words(severity),
        new Text(finding.chinese(), finding.english()).in(Wording.language()),
        other.isEmpty() || other.equals(place) ? place : Wording.of("%s；%s", place, other));
  }

  private static String words(Severity severity) {
    return Wording.of(severity.label());
  }

  private static String words(PlaceAnswer place) {
    Place stored =
        new Place(
            place.page().orElse(0), place.table().orElse(0), place.row(), place.column().orElse(0));
    return new Text(place.words(), stored.english()).in(Wording.language());
  }

  /** Those that were found, in the order of the form. */
  static List<Table> tables(ExaminedReport report) {
    List<Table> tables = new ArrayList<>();
    if (!report.proactive().isEmpty()) {
      tables.add(
          new Table(
              Wording.of("表二 主动公开政府信息情况"),
              List.of(Wording.of("数据")),
              report.proactive().stream().map(ShownFiles::named).toList()));
    }
    table(Wording.of("表三 收到和处理政府信息公开申请情况"), report.applications()).ifPresent(tables::add);
    table(Wording.of("表四 因政府信息公开被申请行政复议、提起行政诉讼情况"), report.disputes()).ifPresent(tables::add);
    return tables;
  }

  private static Optional<Table> table(String caption, List<ExaminedReport.Row> rows) {
    return rows.stream()
        .findFirst()
        .map(
            first ->
                new Table(
                    caption,
                    first.cells().stream().map(ExaminedReport.Cell::column).toList(),
                    rows.stream()
                        .map(
                            row ->
                                new Row(
                                    row.label(),
                                    row.cells().stream().map(ShownFiles::cell).toList(),
                                    place(row)))
                        .toList()));
  }

  /** Rows of table two have headings of their own. */
  private static Row named(ExaminedReport.Row row) {
    List<String> cells = new ArrayList<>();
    boolean sure = true;
    for (ExaminedReport.Cell one : row.cells()) {
      Cell cell = cell(one);
      cells.add((one.column() + " ").stripLeading() + cell.text());
      sure &= cell.sure();
    }
    return new Row(
        row.label(), List.of(new Cell(String.join(Wording.of("，"), cells), sure)), place(row));
  }

  private static String place(ExaminedReport.Row row) {
    return row.cells().stream()
        .flatMap(cell -> cell.place().stream())
        .findFirst()
        .map(ShownFiles::words)
        .orElse("");
  }

  private static Cell cell(ExaminedReport.Cell cell) {
    boolean sure = cell.kind().equals("VALUE") && cell.confidence().equals(SURE);
    String text =
        switch (cell.kind()) {
          case "VALUE" ->
              cell.value().map(BigDecimal::toPlainString).orElse("")
                  + (sure ? "" : Wording.of("？"));
          case "BLANK" -> Wording.of("空白");
          case "UNREAD" -> Wording.of("未识别 %s", cell.text()).strip();
          case "MISSING" -> Wording.of("缺");
          default -> cell.text();
        };
    return new Cell(text, sure);
  }
}
