package disclosure.report.examined;

import disclosure.edge.SpreadsheetText;
import disclosure.report.document.part.Texts;
import disclosure.report.examination.Examination;
import disclosure.report.examination.document.Place;
import disclosure.report.examination.figure.Column;
import disclosure.report.examination.figure.Confidence;
import disclosure.report.examination.figure.Reading;
import disclosure.report.examination.finding.Finding;
import disclosure.report.examination.finding.Severity;
import disclosure.report.examined.CarriedOver.Difference;
import disclosure.report.examined.Examinations.Examined;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** What became of several reports as a workbook: by organ and year, finding by finding. */
final class ExaminedWorkbook {

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

  /** What a figure that a finding is about stands on. */
  private static final String MARK = "FFE699";

  private ExaminedWorkbook() {}

  /** The file's bytes. Text is text, whatever it begins with, and there is no formula. */
  static byte[] of(List<Examined> examined) {
    List<Examined> ordered =
        examined.stream()
            .sorted(
                Comparator.comparing(ExaminedWorkbook::organ).thenComparing(ExaminedWorkbook::year))
            .toList();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, WRITER, "1.0")) {
      reports(workbook.newWorksheet("报告"), ordered);
      findings(workbook.newWorksheet("问题"), ordered);
      years(workbook.newWorksheet("年度衔接"), CarriedOver.of(ordered));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static String organ(Examined one) {
    return one.examination().flatMap(read -> read.origin().organ()).orElse("");
  }

  private static int year(Examined one) {
    return one.examination().map(read -> read.origin().year().orElse(0)).orElse(0);
  }

  private static void reports(Worksheet sheet, List<Examined> examined) {
    heads(sheet, HEADS, WIDTHS);
    int row = 1;
    for (Examined one : examined) {
      text(sheet, row, 0, organ(one));
      if (year(one) > 0) {
        sheet.value(row, 1, year(one));
      }
      text(sheet, row, 2, one.file());
      text(sheet, row, 3, one.unread().map(why -> why.message().chinese()).orElse("已读取"));
      if (one.examination().isPresent()) {
        figures(sheet, row, one.examination().get());
      }
      row++;
    }
  }

  private static void figures(Worksheet sheet, int row, Examination read) {
    sheet.value(row, 4, count(read, Severity.WRONG));
    sheet.value(row, 5, count(read, Severity.LOOK));
    sheet.value(row, 6, doubtful(read));
    Set<Place> concerned = concerned(read);
    List<String> marked = new ArrayList<>();
    int column = FIRST_FIGURE;
    for (FormRow one : ROWS) {
      Optional<Reading> cell = total(read, one);
      figure(sheet, row, column, cell);
      mark(sheet, row, column, concerned, marked, List.of(cell));
      column++;
    }
    figure(sheet, row, column, total(read, DisputeKind.RECONSIDERATION));
    mark(sheet, row, column, concerned, marked, List.of(total(read, DisputeKind.RECONSIDERATION)));
    Optional<Reading> direct = total(read, DisputeKind.LITIGATION_DIRECT);
    Optional<Reading> after = total(read, DisputeKind.LITIGATION_AFTER_RECONSIDERATION);
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
      Set<Place> concerned,
      List<String> marked,
      List<Optional<Reading>> cells) {
    if (cells.stream()
        .flatMap(Optional::stream)
        .anyMatch(cell -> concerned.contains(cell.place()))) {
      sheet.style(row, column).fillColor(MARK).set();
      marked.add(HEADS.get(column));
    }
  }

  /** Where the figures stand that findings are about; in and out are about all four. */
  private static Set<Place> concerned(Examination read) {
    Set<Place> places = new HashSet<>();
    Optional<Place> concluded = total(read, FormRow.CONCLUDED).map(Reading::place);
    for (Finding finding : read.findings()) {
      places.add(finding.place());
      places.add(finding.otherPlace());
      if (finding.kind() == Finding.Kind.IN_EQUALS_OUT
          && concluded.filter(finding.place()::equals).isPresent()) {
        ROWS.forEach(row -> total(read, row).ifPresent(cell -> places.add(cell.place())));
      }
    }
    places.remove(Place.NONE);
    return places;
  }

  private static Optional<Reading> total(Examination read, FormRow row) {
    return read.applications().row(row).map(cells -> cells.cell(Column.TOTAL));
  }

  private static Optional<Reading> total(Examination read, DisputeKind kind) {
    return read.disputes().group(kind).map(cells -> cells.get(cells.size() - 1));
  }

  /** A number only when it was read surely; else what stands there, to be looked at. */
  private static void figure(Worksheet sheet, int row, int column, Optional<Reading> cell) {
    if (isSure(cell)) {
      sheet.value(row, column, cell.get().value().orElseThrow());
    } else if (cell.isPresent()) {
      text(sheet, row, column, "存疑：" + cell.get().text());
    }
  }

  private static boolean isSure(Optional<Reading> cell) {
    return cell.filter(one -> one.isValue() && one.confidence() == Confidence.SURE).isPresent();
  }

  private static long count(Examination read, Severity severity) {
    return read.findings().stream().filter(finding -> finding.severity() == severity).count();
  }

  /** Cells of table three and four that are there and weren't read surely. */
  private static long doubtful(Examination read) {
    List<Reading> cells = new ArrayList<>();
    read.applications().rows().values().forEach(row -> cells.addAll(row.cells()));
    read.disputes().groups().values().forEach(cells::addAll);
    return cells.stream().filter(cell -> !isSure(Optional.of(cell))).count();
  }

  private static void findings(Worksheet sheet, List<Examined> examined) {
    heads(sheet, List.of("机关", "年度", "文件", "程度", "问题", "位置"), List.of(32, 8, 36, 8, 90, 30));
    int row = 1;
    for (Examined one : examined) {
      for (Finding finding : one.examination().map(Examination::findings).orElse(List.of())) {
        text(sheet, row, 0, organ(one));
        if (year(one) > 0) {
          sheet.value(row, 1, year(one));
        }
        text(sheet, row, 2, one.file());
        text(sheet, row, 3, finding.severity().label());
        text(sheet, row, 4, finding.chinese());
        text(sheet, row, 5, finding.place().chinese());
        row++;
      }
    }
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
      text(sheet, row, 2, one.column().label());
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
