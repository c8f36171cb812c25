package disclosure.report.examination.command;

import disclosure.report.examination.Examination;
import disclosure.report.examination.figure.Column;
import disclosure.report.examination.figure.Confidence;
import disclosure.report.examination.figure.DisputesFigures;
import disclosure.report.examination.figure.ProactiveRow;
import disclosure.report.examination.figure.Reading;
import disclosure.report.examination.figure.RowReading;
import disclosure.report.examination.finding.Finding;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An examination for people at a terminal. */
final class Printed {

  private static final int LABEL = 44;
  private static final int CELL = 9;
  private static final int MAX_LABEL = 20;

  private final PrintStream out;

  Printed(PrintStream out) {
    this.out = out;
  }

  void print(JsonAnswer.Answer answer) {
    out.println("== " + shown(answer.file()));
    answer.examination().ifPresent(this::print);
    answer
        .reason()
        .ifPresent(
            reason -> {
              out.println("无法读取：" + reason.chinese());
              out.println();
            });
  }

  /** Without what a terminal would obey, or show in another order than it is written. */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            one -> {
              int type = Character.getType(one);
              boolean obeyed =
                  type == Character.CONTROL
                      || type == Character.FORMAT
                      || type == Character.LINE_SEPARATOR
                      || type == Character.PARAGRAPH_SEPARATOR
                      || type == Character.SURROGATE;
              shown.appendCodePoint(obeyed ? ' ' : one);
            });
    return shown.toString();
  }

  private void print(Examination examination) {
    String year =
        examination.origin().year().isPresent()
            ? examination.origin().year().getAsInt() + "年度"
            : "年度不明";
    out.printf(
        Locale.ROOT,
        "%s　%s　%s　%s%n",
        shown(examination.origin().organ().orElse("机关名称不明")),
        year,
        examination.edition().label(),
        examination.format());
    proactive(examination);
    applications(examination);
    disputes(examination);
    out.println();
    if (examination.findings().isEmpty()) {
      out.println("没有发现问题。");
    }
    for (Finding finding : examination.findings()) {
      String place = finding.place().chinese();
      out.printf(
          Locale.ROOT,
          "[%s] %s%s%n",
          finding.severity().label(),
          shown(finding.chinese()),
          place.isEmpty() ? "" : "（" + place + "）");
    }
    out.println();
  }

  private void proactive(Examination examination) {
    if (!examination.proactive().isThere()) {
      return;
    }
    out.println();
    out.println("表二");
    for (ProactiveRow row : ProactiveRow.values()) {
      Optional<List<Reading>> cells = examination.proactive().row(row);
      if (cells.isPresent()) {
        List<String> headings = row.headings(examination.edition());
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < cells.get().size(); i++) {
          String heading = i < headings.size() ? headings.get(i) + " " : "";
          texts.add(heading + text(cells.get().get(i)));
        }
        out.println(
            padded(row.label(examination.proactive().edition()).orElse(""), LABEL / 2)
                + String.join("，", texts));
      }
    }
  }

  private void applications(Examination examination) {
    if (!examination.applications().isThere()) {
      return;
    }
    out.println();
    StringBuilder head = new StringBuilder(padded("表三", LABEL));
    for (Column column : Column.values()) {
      String label = column.label();
      head.append(right(label.substring(0, Math.min(4, label.length()))));
    }
    out.println(head);
    for (FormRow row : FormRow.values()) {
      if (row == FormRow.CORRECTION_OVERDUE) {
        examination
            .applications()
            .otherHandlingInOne()
            .ifPresent(reading -> row("三（六） 其他处理", reading));
      }
      examination
          .applications()
          .row(row)
          .ifPresent(reading -> row(row.number() + " " + shortened(row.label()), reading));
    }
  }

  private static String shortened(String label) {
    return label.length() > MAX_LABEL - 4 ? label.substring(0, MAX_LABEL - 4) : label;
  }

  private void row(String label, RowReading reading) {
    StringBuilder line = new StringBuilder(padded(label, LABEL));
    reading.cells().forEach(cell -> line.append(right(text(cell))));
    out.println(line);
  }

  private void disputes(Examination examination) {
    if (!examination.disputes().isThere()) {
      return;
    }
    out.println();
    StringBuilder head = new StringBuilder(padded("表四", LABEL));
    DisputesFigures.RESULTS.forEach(result -> head.append(right(result)));
    out.println(head);
    for (DisputeKind kind : DisputeKind.values()) {
      Optional<List<Reading>> cells = examination.disputes().group(kind);
      if (cells.isPresent()) {
        StringBuilder line = new StringBuilder(padded(kind.label(), LABEL));
        cells.get().forEach(cell -> line.append(right(text(cell))));
        out.println(line);
      }
    }
  }

  /** A figure; with a question mark where it was read with doubt. */
  private static String text(Reading cell) {
    String doubt = cell.confidence() == Confidence.DOUBTFUL ? "?" : "";
    return switch (cell.kind()) {
      case VALUE -> cell.value().orElseThrow().toPlainString() + doubt;
      case BLANK -> "空白";
      case MARK -> shown(cell.text());
      case UNREAD -> "未识别";
      case MISSING -> "缺";
    };
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - width(text)));
  }

  private static String right(String text) {
    return " ".repeat(Math.max(1, CELL - width(text))) + text;
  }

  private static int width(String text) {
    return text.codePoints().map(one -> one >= 0x2E80 ? 2 : 1).sum();
  }
}
