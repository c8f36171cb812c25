package disclosure.report.examined;

import disclosure.edge.SpreadsheetText;
import disclosure.report.document.part.Texts;
import disclosure.report.examination.finding.Severity;
import disclosure.report.examined.Examinations.Examined;
import disclosure.report.examined.ExaminedReport.Cell;
import disclosure.report.examined.ExaminedReport.FindingAnswer;
import disclosure.report.examined.ExaminedReport.PlaceAnswer;
import disclosure.report.examined.carried.CarriedOver;
import disclosure.report.examined.carried.CarriedOver.Carried;
import disclosure.report.examined.carried.CarriedOver.Difference;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** What became of several reports as a workbook: by organ and year, finding by finding. */
public final class ExaminedWorkbook {

  private static final String WRITER = "disclosure";

  private static final List<String> HEADS =
      List.of(
          "机关", "年度", "文件", "读取情况", "错误", "提示", "存疑的数", "本年新收", "上年结转", "办结", "结转下年", "行政复议",
          "行政诉讼", "有问题的数");

  private static final List<Integer> WIDTHS =
      List.of(32, 8, 36, 28, 8, 8, 10, 10, 10, 10, 10, 10, 10, 32);

  private static final List<FormRow> ROWS =
      List.of(FormRow.NEWLY_RECEIVED, FormRow.CARRIED_IN, FormRow.CONCLUDED, FormRow.CARRIED_OUT);

  private static final int FIRST_FIGURE = 7;

  /** How many findings of a report are listed, and about how many of all: a book is held whole. */
  private static final int OF_A_REPORT = 200;

  private static final int OF_ALL = 50_000;

  /** What a figure that a finding is about stands on. */
  private static final String MARK = "FFE699";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Workbook workbook = new Workbook(bytes, WRITER, "1.0");
  private final Worksheet reports = workbook.newWorksheet("报告");
  private final Worksheet findings = workbook.newWorksheet("问题");
  private final List<Carried> carried = new ArrayList<>();
  private int row = 1;
  private int findingRow = 1;

  /** One without a report yet. */
  public ExaminedWorkbook() {
    heads(reports, HEADS, WIDTHS);
    heads(findings, List.of("机关", "年度", "文件", "程度", "问题", "位置"), List.of(32, 8, 36, 8, 90, 30));
  }

  /** The file's bytes, by organ and year. */
  static byte[] of(List<Examined> examined) {
    ExaminedWorkbook workbook = new ExaminedWorkbook();
    examined.stream()
        .map(ReadFile::of)
        .sorted(Comparator.comparing(ReadFile::organ).thenComparing(ReadFile::year))
        .forEach(workbook::add);
    return workbook.finished();
  }

  /** Adds a file, whose place is behind those before. */
  public void add(ReadFile file) {
    text(reports, row, 0, file.organ());
    if (file.year() > 0) {
      reports.value(row, 1, file.year());
    }
    text(reports, row, 2, file.file());
    text(reports, row, 3, file.unread().map(why -> why.message().chinese()).orElse("已读取"));
    if (file.report().isPresent()) {
      figures(reports, row, file.report().get());
      findings(file, file.report().get());
    }
    file.carried().ifPresent(carried::add);
    row++;
  }

  /** The file's bytes. Text is text, whatever it begins with, and there is no formula. */
  public byte[] finished() {
    years(workbook.newWorksheet("年度衔接"), CarriedOver.between(carried));
    try {
      workbook.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void figures(Worksheet sheet, int row, ExaminedReport read) {
    sheet.value(row, 4, read.wrong());
    sheet.value(row, 5, read.look());
    sheet.value(row, 6, doubtful(read));
    Set<PlaceAnswer> concerned = read.concerned();
    List<String> marked = new ArrayList<>();
    int column = FIRST_FIGURE;
    for (FormRow one : ROWS) {
      Optional<Cell> cell = read.total(one);
      figure(sheet, row, column, cell);
      mark(sheet, row, column, concerned, marked, List.of(cell));
      column++;
    }
    figure(sheet, row, column, total(read, DisputeKind.RECONSIDERATION));
    mark(sheet, row, column, concerned, marked, List.of(total(read, DisputeKind.RECONSIDERATION)));
    Optional<Cell> direct = total(read, DisputeKind.LITIGATION_DIRECT);
    Optional<Cell> after = total(read, DisputeKind.LITIGATION_AFTER_RECONSIDERATION);
    if (isSure(direct) && isSure(after)) {
      sheet.value(
          row,
          column + 1,
          direct.get().value().orElseThrow().add(after.get().value().orElseThrow()));
    } else {
      text(sheet, row, column + 1, direct.isPresent() || after.isPresent() ? "存疑" : "");
    }
    mark(sheet, row, column + 1, concerned, marked, List.of(direct, after));
    text(sheet, row, column + 2, String.join("、", marked));
  }

  /** By colour, and by its name in a column of its own for whoever doesn't see colours. */
  private static void mark(
      Worksheet sheet,
      int row,
      int column,
      Set<PlaceAnswer> concerned,
      List<String> marked,
      List<Optional<Cell>> cells) {
    if (cells.stream()
        .flatMap(Optional::stream)
        .flatMap(cell -> cell.place().stream())
        .anyMatch(concerned::contains)) {
      sheet.style(row, column).fillColor(MARK).set();
      marked.add(HEADS.get(column));
    }
  }

  private static Optional<Cell> total(ExaminedReport read, DisputeKind kind) {
    return read.disputes().stream()
        .filter(found -> found.row().equals(kind.name()))
        .map(found -> found.cells().get(found.cells().size() - 1))
        .findFirst();
  }

  /** A number only when it was read surely; else what stands there, to be looked at. */
  private static void figure(Worksheet sheet, int row, int column, Optional<Cell> cell) {
    if (isSure(cell)) {
      sheet.value(row, column, cell.get().value().orElseThrow());
    } else if (cell.isPresent()) {
      text(sheet, row, column, "存疑：" + cell.get().text());
    }
  }

  private static boolean isSure(Optional<Cell> cell) {
    return cell.filter(Cell::isSure).isPresent();
  }

  /** Cells of table three and four that are there and weren't read surely. */
  private static long doubtful(ExaminedReport read) {
    return Stream.concat(read.applications().stream(), read.disputes().stream())
        .flatMap(found -> found.cells().stream())
        .filter(cell -> !cell.isSure())
        .count();
  }

  private void findings(ReadFile file, ExaminedReport read) {
    int some =
        Math.max(0, Math.min(read.findings().size(), Math.min(OF_A_REPORT, OF_ALL - findingRow)));
    for (FindingAnswer finding : read.findings().subList(0, some)) {
      finding(
          file,
          Severity.valueOf(finding.severity()).label(),
          finding.chinese(),
          finding.place().map(PlaceAnswer::words).orElse(""));
    }
    int left = read.wrong() + read.look() - some;
    if (left > 0) {
      finding(file, "", "另有" + left + "处问题没有列出", "");
    }
  }

  private void finding(ReadFile file, String severity, String sentence, String place) {
    text(findings, findingRow, 0, file.organ());
    if (file.year() > 0) {
      findings.value(findingRow, 1, file.year());
    }
    text(findings, findingRow, 2, file.file());
    text(findings, findingRow, 3, severity);
    text(findings, findingRow, 4, sentence);
    text(findings, findingRow, 5, place);
    findingRow++;
  }

  private static void years(Worksheet sheet, List<Difference> differences) {
    heads(
        sheet,
        List.of("机关", "年度", "申请人", "上一年结转下年", "本年上年结转", "说明"),
        List.of(32, 8, 16, 16, 16, 90));
    int row = 1;
    for (Difference one : differences) {
      text(sheet, row, 0, one.organName());
      sheet.value(row, 1, one.year());
      text(sheet, row, 2, one.column());
      sheet.value(row, 3, one.carriedOut());
      sheet.value(row, 4, one.carriedIn());
      text(sheet, row, 5, one.sentence().chinese());
      row++;
    }
  }

  private static void heads(Worksheet sheet, List<String> heads, List<Integer> widths) {
    for (int column = 0; column < heads.size(); column++) {
      sheet.value(0, column, heads.get(column));
      sheet.width(column, widths.get(column));
    }
    sheet.range(0, 0, 0, heads.size() - 1).style().bold().set();
    sheet.freezePane(0, 1);
  }

  private static void text(Worksheet sheet, int row, int column, String text) {
    sheet.value(row, column, SpreadsheetText.inert(Texts.printable(text)));
  }
}
