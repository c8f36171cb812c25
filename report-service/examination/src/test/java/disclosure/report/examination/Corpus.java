package disclosure.report.examination;

import disclosure.report.examination.figure.Column;
import disclosure.report.examination.figure.Reading;
import disclosure.requests.contract.FormRow;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Damaged and odd reports in each format, with what is to be read of each. Those whose name has an
 * odd hash were not looked at while the reader was built.
 */
final class Corpus {

  /**
   * A report to read.
   *
   * @param name what is odd about it
   * @param file the file
   * @param expected what is to be read of each cell; a number, or a kind
   * @param wrong whether something in it is wrong
   */
  record Variant(
      String name, byte[] file, BiFunction<FormRow, Column, Object> expected, boolean wrong) {

    boolean isHeldOut() {
      return Math.floorMod(name.hashCode(), 2) == 1;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final Object ABSENT = "absent";

  private final List<Variant> variants = new ArrayList<>();

  static List<Variant> all() {
    Corpus corpus = new Corpus();
    corpus.inEveryFormat();
    corpus.pages();
    corpus.texts();
    corpus.drawn();
    return corpus.variants;
  }

  private static Object seed(FormRow row, Column column) {
    return Seed.FIGURES[row.ordinal()][column.ordinal()];
  }

  private void inEveryFormat() {
    every("plain", row -> row, Corpus::seed, false);
    every("full-width digits", figures(Corpus::wide), Corpus::seed, false);
    every(
        "thousands apart",
        figures(text -> text.length() == 4 ? text.charAt(0) + "," + text.substring(1) : text),
        Corpus::seed,
        false);
    every(
        "zeros blank",
        figures(text -> text.equals("0") ? "" : text),
        zeros(Reading.Kind.BLANK),
        false);
    every(
        "zeros as /",
        figures(text -> text.equals("0") ? "/" : text),
        zeros(Reading.Kind.MARK),
        false);
    every(
        "zeros as —",
        figures(text -> text.equals("0") ? "—" : text),
        zeros(Reading.Kind.MARK),
        false);
    every("with units", figures(text -> text + "件"), Corpus::seed, false);
    every(
        "a footnote's number",
        figures(text -> text.equals("14") ? "14①" : text),
        Corpus::seed,
        false);
    every(
        "a remark beside",
        figures(text -> text.equals("11") ? "11（其中修订2件）" : text),
        Corpus::seed,
        false);
    every(
        "a letter for a zero",
        rows(row -> is(row, FormRow.STATE_SECRET) ? with(row, row.size() - 2, "O") : row),
        (row, column) ->
            row == FormRow.STATE_SECRET && column == Column.OTHER_ORGANIZATION
                ? Reading.Kind.UNREAD
                : seed(row, column),
        false);
    every("traditional characters", labels(Corpus::traditional), Corpus::seed, false);
    every("misspelt labels", labels(Corpus::misspelt), Corpus::seed, false);
    every(
        "labels without numbers",
        labels(text -> text.replaceFirst("^(?:（.）|\\d\\.|[一二四]、)", "")),
        Corpus::seed,
        false);
    every(
        "labels with spaces",
        labels(text -> String.join(" ", text.split(""))),
        Corpus::seed,
        false);
    every(
        "the short 部分公开",
        labels(text -> text.contains("部分公开") ? "（二）部分公开" : text),
        Corpus::seed,
        false);
    every("groups left out", rows(Corpus::ungrouped), Corpus::seed, false);
    every(
        "a row missing",
        table ->
            table.stream()
                .filter(row -> !is(row, FormRow.PUBLISHED_MATERIAL))
                .map(row -> regrouped(row, "5*（五", "4*（五", "22*", "21*"))
                .toList(),
        (row, column) -> row == FormRow.PUBLISHED_MATERIAL ? ABSENT : seed(row, column),
        true);
    every(
        "其他处理 as one row",
        Corpus::otherHandlingInOne,
        (row, column) -> isOther(row) ? ABSENT : seed(row, column),
        true);
    every(
        "a sum that is wrong",
        rows(row -> is(row, FormRow.NOT_HELD) ? with(row, row.size() - 1, "1028") : row),
        (row, column) ->
            row == FormRow.NOT_HELD && column == Column.TOTAL ? 1028 : seed(row, column),
        true);
    every(
        "in and out apart",
        rows(
            row ->
                is(row, FormRow.CARRIED_OUT)
                    ? with(with(row, row.size() - 7, "5"), row.size() - 1, "6")
                    : row),
        (row, column) ->
            row == FormRow.CARRIED_OUT && column == Column.NATURAL_PERSON
                ? 5
                : row == FormRow.CARRIED_OUT && column == Column.TOTAL ? 6 : seed(row, column),
        true);
    every(
        "an empty column",
        rows(row -> with(row, row.size() - 5, "")),
        (row, column) ->
            column == Column.RESEARCH_INSTITUTION ? Reading.Kind.BLANK : seed(row, column),
        false);
    moved("the total in front", 0);
    moved("no total", -1);
  }

  private void moved(String name, int to) {
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : Seed.table()) {
      List<String> moved = new ArrayList<>(row);
      String total = moved.remove(moved.size() - 1);
      if (to == 0) {
        moved.add(moved.size() - 6, total);
      }
      rows.add(moved);
    }
    List<String> columns = new ArrayList<>(Seed.columns());
    columns.remove("总计");
    if (to == 0) {
      columns.add(0, "总计");
    }
    draw(
        name,
        Drawn.Report.of(rows, columns),
        (row, column) ->
            to < 0 && column == Column.TOTAL ? Reading.Kind.MISSING : seed(row, column),
        to < 0);
  }

  private void every(
      String name,
      UnaryOperator<List<List<String>>> change,
      BiFunction<FormRow, Column, Object> expected,
      boolean wrong) {
    draw(name, Drawn.Report.of(change.apply(Seed.table()), Seed.columns()), expected, wrong);
  }

  private void draw(
      String name,
      Drawn.Report report,
      BiFunction<FormRow, Column, Object> expected,
      boolean wrong) {
    add(name + ", HTML", utf8(Drawn.html(report)), expected, wrong);
    add(name + ", TXT", utf8(Drawn.tabs(report)), expected, wrong);
    add(name + ", DOCX", Drawn.docx(report), expected, wrong);
    add(name + ", XLSX", Drawn.xlsx(report), expected, wrong);
  }

  private void pages() {
    Drawn.Report usual = usual();
    String html = Drawn.html(usual);
    add("in GB 18030", html.getBytes(Charset.forName("GB18030")), Corpus::seed, false);
    add("one byte broken", broken(utf8(html)), Corpus::seed, false);
    add(
        "within layout tables",
        utf8(
            html.replace(
                    "<body>",
                    "<body><table"
                        + " width=980><tr><td><table><tr><td>首页</td><td>政务公开</td></tr></table></td></tr><tr><td>")
                .replace("</body>", "</td></tr></table></body>")),
        Corpus::seed,
        false);
    add(
        "hidden copies and scripts",
        utf8(
            html.replace(
                "<body>",
                "<body><script>var t='<td>9</td>';</script><div style='display: none'>"
                    + Drawn.htmlTable(usual.table).replace(">0<", ">7<")
                    + "</div>")),
        Corpus::seed,
        false);
    add(
        "shown twice",
        utf8(html.replace("</body>", Drawn.htmlTable(usual.table) + "</body>")),
        Corpus::seed,
        false);
    add(
        "saved by Word",
        utf8(
            html.replace(
                    "<p>",
                    "<p class=MsoNormal align=center style='mso-pagination:widow-orphan'><span"
                        + " lang=EN-US style='font-size:9.0pt'>")
                .replace("</p></td>", "<o:p></o:p></span></p></td>")),
        Corpus::seed,
        false);
    add(
        "no closing tags",
        utf8(html.replace("</td>", "").replace("</tr>", "").replace("</p>", "")),
        Corpus::seed,
        false);
    add(
        "spaces that don't break",
        utf8(html.replace("<td><p>", "<td><p>&nbsp;").replace("</p></td>", "&nbsp;</p></td>")),
        Corpus::seed,
        false);
    add(
        "labels broken by br",
        utf8(html.replace("政府信息公开申请数量", "政府信息<br/>公开申请<br/>数量").replace("不予公开", "不予<br>公开")),
        Corpus::seed,
        false);
    add(
        "raised notes",
        utf8(html.replace("<p>1021</p>", "<p>1021<sup>1</sup></p>")),
        Corpus::seed,
        false);
    add(
        "thead and tfoot",
        utf8(
            html.replace("<tbody>", "<thead></thead><tbody>")
                .replace("</tbody>", "</tbody><tfoot></tfoot>")),
        Corpus::seed,
        false);
    add("three tables for one", utf8(splitTables(usual)), Corpus::seed, false);
    Drawn.Report noHead = usual();
    noHead.head.clear();
    add("no head, HTML", utf8(Drawn.html(noHead)), Corpus::seed, false);
    add("no head, DOCX", Drawn.docx(noHead), Corpus::seed, false);
    add("figures in one cell", utf8(oneCell(usual(), " ")), Corpus::seed, false);
    add(
        "a cell merged over two columns",
        utf8(
            html.replaceFirst(
                "(属于国家秘密</p></td><td><p>1</p></td>)<td><p>0</p></td><td><p>0</p></td>",
                "$1<td colspan=2><p>0</p></td>")),
        (row, column) ->
            row == FormRow.STATE_SECRET
                    && (column == Column.COMMERCIAL_ENTERPRISE
                        || column == Column.RESEARCH_INSTITUTION)
                ? Reading.Kind.UNREAD
                : seed(row, column),
        false);
    add(
        "a cell missing",
        utf8(
            html.replaceFirst(
                "(属于国家秘密</p></td>(?:<td><p>\\d</p></td>){6})<td><p>1</p></td>", "$1")),
        (row, column) ->
            row == FormRow.STATE_SECRET && column == Column.TOTAL
                ? Reading.Kind.MISSING
                : seed(row, column),
        true);
    add(
        "a cell missing in the middle",
        utf8(
            html.replaceFirst(
                "(保护第三方合法权益</p></td>(?:<td><p>\\d</p></td>){3})<td><p>0</p></td>", "$1")),
        (row, column) ->
            row == FormRow.THIRD_PARTY_RIGHTS ? Reading.Kind.UNREAD : seed(row, column),
        false);
    add(
        "a figure struck out beside a new one",
        utf8(html.replace("<p>1021</p>", "<p><del>5</del><ins>1021</ins></p>")),
        Corpus::seed,
        false);
    add(
        "notes raised by a style",
        utf8(html.replace("<p>1021</p>", "<p>1021<span style='vertical-align:super'>1</span></p>")),
        Corpus::seed,
        false);
    add("figures of two rows in one", utf8(mergedRows(usual())), Corpus::seed, false);
    add(
        "a number broken over lines",
        utf8(html.replace("<p>1021</p>", "<p>10<br>21</p>")),
        Corpus::seed,
        false);
    add("an unknown label", utf8(html.replace("3.要求提供公开出版物", "3.其它的类别")), Corpus::seed, false);
    add(
        "labels of one word in a column apart",
        utf8(
            html.replace("colspan=\"3\"><p>一、", "><p>一、</p></td><td colspan=\"2\"><p>")
                .replace("colspan=\"3\"><p>二、", "><p>二、</p></td><td colspan=\"2\"><p>")),
        Corpus::seed,
        false);
    add(
        "a portal around",
        utf8(
            html.replace(
                    "<body>",
                    "<body><ul><li>总体情况</li><li>其他</li></ul><form><select><option>总计</option></select></form>")
                .replace("</body>", "<div>主办：青河县人民政府</div></body>")),
        Corpus::seed,
        false);
  }

  private void texts() {
    Drawn.Report usual = usual();
    String tabs = Drawn.tabs(usual);
    add("tabs in GB 18030", tabs.getBytes(Charset.forName("GB18030")), Corpus::seed, false);
    add(
        "tabs in UTF-16",
        ("\uFEFF" + tabs).getBytes(StandardCharsets.UTF_16LE),
        Corpus::seed,
        false);
    add("one space between", utf8(Drawn.text(usual, " ")), Corpus::seed, false);
    add("two spaces between", utf8(Drawn.text(usual, "  ")), Corpus::seed, false);
    add("wide spaces between", utf8(Drawn.text(usual, "\u3000")), Corpus::seed, false);
    add("bars between", utf8(Drawn.text(usual, " | ")), Corpus::seed, false);
    add("a line each", utf8(Drawn.text(usual, "\n")), Corpus::seed, false);
    add("a blank line between", utf8(Drawn.text(usual, "\n\n")), Corpus::seed, false);
    add(
        "labels over two lines",
        utf8(
            Drawn.text(usual, " ")
                .replace("本机关不掌握相关政府信息 ", "本机关不掌握\n相关政府信息 ")
                .replace("申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "申请人无正当理由逾期不补正、\n行政机关不再处理其政府信息公开申请")),
        Corpus::seed,
        false);
    add(
        "digits behind labels",
        utf8(
            Drawn.text(usual, " ")
                .replace("属于国家秘密 1 ", "属于国家秘密1 ")
                .replace("信访举报投诉类申请 ", "信访举报投诉类申请")),
        Corpus::seed,
        false);
    add(
        "digits run together",
        utf8(Drawn.text(usual, " ").replace("属于国家秘密 1 0 0 0 0 0 1", "属于国家秘密 1000001")),
        Corpus::seed,
        false);
    add(
        "a figure missing in a line",
        utf8(Drawn.text(usual, " ").replace("属于国家秘密 1 0 0 0 0 0 1", "属于国家秘密 1 0 0 0 0 1")),
        (row, column) -> row == FormRow.STATE_SECRET ? Reading.Kind.UNREAD : seed(row, column),
        false);
    add(
        "one column left out",
        utf8(
            Drawn.text(usual, " ")
                .replaceAll("(?m)^(.*[^\\d\\s] (?:\\d+ ){4})\\d+ (\\d+ \\d+)$", "$1$2")),
        (row, column) -> Reading.Kind.UNREAD,
        false);
    add(
        "page breaks and page numbers",
        utf8(tabs.replace("（四）无法提供", "\f\n— 3 —\n（四）无法提供")),
        Corpus::seed,
        false);
  }

  private void drawn() {
    for (DrawnPages.Style style : DrawnPages.Style.values()) {
      add("PDF " + style, DrawnPages.pdf(usual(), style), Corpus::seed, false);
      add("PDF with notes " + style, DrawnPages.pdf(noted(), style), Corpus::seed, false);
      if (style != DrawnPages.Style.TURNED && style != DrawnPages.Style.AREAS) {
        add("OFD " + style, DrawnPages.ofd(usual(), style), Corpus::seed, false);
        add("OFD with notes " + style, DrawnPages.ofd(noted(), style), Corpus::seed, false);
      }
    }
  }

  private static Drawn.Report noted() {
    List<List<String>> rows =
        figures(text -> text.equals("14") ? "14\u27E61\u27E7" : text).apply(Seed.table());
    return Drawn.Report.of(rows, Seed.columns());
  }

  private static Drawn.Report usual() {
    return Drawn.Report.of(Seed.table(), Seed.columns());
  }

  private void add(
      String name, byte[] file, BiFunction<FormRow, Column, Object> expected, boolean wrong) {
    variants.add(new Variant(name, file, expected, wrong));
  }

  /** With a byte that is none of UTF-8 in a text. */
  private static byte[] broken(byte[] file) {
    byte[] changed = file.clone();
    byte[] words = utf8("政策解读");
    for (int i = 0; i + words.length < changed.length; i++) {
      if (Arrays.equals(changed, i, i + words.length, words, 0, words.length)) {
        changed[i] = (byte) 0xFF;
      }
    }
    return changed;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String splitTables(Drawn.Report usual) {
    String html = Drawn.html(usual);
    return html.replaceFirst(
            "<tr>(?=<td[^>]*><p>（四）无法提供)", "</tbody></table><p>续表</p><table><tbody><tr>")
        .replaceFirst("<tr>(?=<td[^>]*><p>（六）其他处理)", "</tbody></table><table><tbody><tr>");
  }

  private static String oneCell(Drawn.Report report, String between) {
    for (int i = 0; i < report.table.size(); i++) {
      List<Drawn.Cell> row = report.table.get(i);
      List<String> figures =
          row.subList(row.size() - 7, row.size()).stream().map(Drawn.Cell::text).toList();
      List<Drawn.Cell> merged = new ArrayList<>(row.subList(0, row.size() - 7));
      merged.add(new Drawn.Cell(String.join(between, figures), 1, 7));
      report.table.set(i, merged);
    }
    return Drawn.html(report);
  }

  private static String mergedRows(Drawn.Report report) {
    int at = FormRow.PUBLISHED_MATERIAL.ordinal();
    List<Drawn.Cell> first = report.table.get(at);
    List<Drawn.Cell> second = report.table.get(at + 1);
    List<Drawn.Cell> merged = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      merged.add(new Drawn.Cell(first.get(i).text() + "\n" + second.get(i).text(), 1, 1));
    }
    report.table.set(at, merged);
    report.table.remove(at + 1);
    String html = Drawn.html(report);
    return html.replace("rowspan=\"5\"><p>（五）", "rowspan=\"4\"><p>（五）")
        .replace("rowspan=\"22\"", "rowspan=\"21\"");
  }

  private static boolean is(List<String> row, FormRow form) {
    return row.get(row.size() - 8).equals(Seed.label(form));
  }

  private static boolean isOther(FormRow row) {
    return row.ordinal() >= FormRow.CORRECTION_OVERDUE.ordinal()
        && row.ordinal() <= FormRow.OTHER_HANDLING.ordinal();
  }

  private static List<String> with(List<String> row, int at, String text) {
    List<String> changed = new ArrayList<>(row);
    changed.set(at, text);
    return changed;
  }

  private static UnaryOperator<List<List<String>>> rows(UnaryOperator<List<String>> change) {
    return table -> table.stream().map(change).toList();
  }

  private static UnaryOperator<List<List<String>>> figures(UnaryOperator<String> change) {
    return rows(
        row -> {
          List<String> changed = new ArrayList<>(row);
          for (int i = row.size() - 7; i < row.size(); i++) {
            changed.set(i, change.apply(row.get(i)));
          }
          return changed;
        });
  }

  private static UnaryOperator<List<List<String>>> labels(UnaryOperator<String> change) {
    return rows(row -> with(row, row.size() - 8, change.apply(row.get(row.size() - 8))));
  }

  private static List<String> ungrouped(List<String> row) {
    return row.subList(row.size() - 8, row.size());
  }

  private static List<String> regrouped(List<String> row, String... changes) {
    List<String> changed = new ArrayList<>(row);
    for (int i = 0; i < changes.length; i += 2) {
      for (int cell = 0; cell < changed.size() - 8; cell++) {
        if (changed.get(cell).startsWith(changes[i])) {
          changed.set(cell, changes[i + 1] + changed.get(cell).substring(changes[i].length()));
        }
      }
    }
    return changed;
  }

  private static List<List<String>> otherHandlingInOne(List<List<String>> table) {
    List<List<String>> changed = new ArrayList<>();
    int first = FormRow.CORRECTION_OVERDUE.ordinal();
    for (int i = 0; i < table.size(); i++) {
      if (i < first || i > first + 2) {
        changed.add(regrouped(table.get(i), "22*", "20*"));
      } else if (i == first) {
        List<String> row = new ArrayList<>(List.of("（六）其他处理"));
        for (int column = 0; column < 7; column++) {
          int sum = 0;
          for (int other = first; other <= first + 2; other++) {
            sum += Seed.FIGURES[other][column];
          }
          row.add(Integer.toString(sum));
        }
        changed.add(row);
      }
    }
    return changed;
  }

  private static BiFunction<FormRow, Column, Object> zeros(Reading.Kind kind) {
    return (row, column) -> seed(row, column).equals(0) ? kind : seed(row, column);
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(one -> wide.append((char) (one - '0' + '０')));
    return wide.toString();
  }

  private static String traditional(String text) {
    return text.replace("开", "開")
        .replace("请", "請")
        .replace("数", "數")
        .replace("关", "關")
        .replace("总", "總")
        .replace("结", "結")
        .replace("处", "處")
        .replace("属", "屬");
  }

  private static String misspelt(String text) {
    Map<String, String> slips = new HashMap<>();
    slips.put("本年新收政府信息公开申请数量", "本年新收政府信息公开申清数量");
    slips.put("上年结转政府信息公开申请数量", "上年结转政府信息申请数量");
    slips.put("其他法律行政法规禁止公开", "其他法律行政法规禁止公幵");
    slips.put("属于三类内部事务信息", "属于三类内部事物信息");
    slips.put("属于四类过程性信息", "属于四类过程信息");
    slips.put("本机关不掌握相关政府信息", "本机关不掌握相关的政府信息");
    slips.put("信访举报投诉类申请", "信访举报投拆类申请");
    slips.put("要求提供公开出版物", "要求提供公开的出版物");
    slips.put("结转下年度继续办理", "结转下年度继续办里");
    String changed = text;
    for (Map.Entry<String, String> slip : slips.entrySet()) {
      changed = changed.replace(slip.getKey(), slip.getValue());
    }
    return changed;
  }
}
