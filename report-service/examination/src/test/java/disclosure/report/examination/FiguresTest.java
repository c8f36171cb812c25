package disclosure.report.examination;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.examination.document.Limits;
import disclosure.report.examination.figure.Column;
import disclosure.report.examination.figure.Confidence;
import disclosure.report.examination.figure.ProactiveRow;
import disclosure.report.examination.figure.Reading;
import disclosure.report.examination.finding.Finding;
import disclosure.report.examination.finding.Severity;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures that look like others. */
class FiguresTest {

  private final Examiner examiner = new Examiner(Limits.USUAL);

  private static Drawn.Report usual() {
    return Drawn.Report.of(Seed.table(), Seed.columns());
  }

  private Examination html(String from, String to) {
    return examiner.examine(Drawn.html(usual()).replace(from, to).getBytes(StandardCharsets.UTF_8));
  }

  private static Reading notHeld(Examination read) {
    return read.applications().row(FormRow.NOT_HELD).orElseThrow().cell(Column.NATURAL_PERSON);
  }

  @Test
  void an_amount_is_read_in_the_unit_of_its_column() {
    Examination otherUnit = html("123.4567", "1234567元");
    Reading other = otherUnit.proactive().row(ProactiveRow.FEES).orElseThrow().get(0);
    assertThat(other.value().orElseThrow()).isEqualByComparingTo("123.4567");
    assertThat(other.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(other.text()).isEqualTo("1234567元");
    assertThat(otherUnit.findings())
        .filteredOn(finding -> finding.kind() == Finding.Kind.UNIT)
        .extracting(finding -> finding.severity() + " " + finding.chinese())
        .containsExactly("WRONG 表二“行政事业性收费”“本年收费金额”填写为“1234567元”，该列单位为“万元”，应填写123.4567。");
    for (String amount : List.of("0.01234567亿元", "1234.567千元")) {
      assertThat(
              html("123.4567", amount)
                  .proactive()
                  .row(ProactiveRow.FEES)
                  .orElseThrow()
                  .get(0)
                  .value()
                  .orElseThrow())
          .as(amount)
          .isEqualByComparingTo("123.4567");
    }
    assertThat(html("123.4567", "123.4567万元").findings())
        .noneMatch(finding -> finding.kind() == Finding.Kind.UNIT);
    Reading same =
        html("123.4567", "123.4567万元").proactive().row(ProactiveRow.FEES).orElseThrow().get(0);
    assertThat(same.value().orElseThrow()).isEqualByComparingTo("123.4567");
    assertThat(same.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(notHeld(html("<p>1021</p>", "<p>1021万</p>")).kind()).isEqualTo(Reading.Kind.UNREAD);
  }

  @Test
  void what_is_struck_out_or_raised_joins_nothing() {
    for (String cell :
        List.of(
            "<del>5</del><ins>1021</ins>",
            "<s>5</s>1021",
            "<span style='text-decoration:line-through'>5</span>1021",
            "1021<span style='vertical-align: super'>3</span>",
            "1021<span style='position:relative;top:-3.0pt;mso-text-raise:3.0pt'>3</span>")) {
      assertThat(notHeld(html("<p>1021</p>", "<p>" + cell + "</p>")).value().orElseThrow())
          .as(cell)
          .isEqualByComparingTo("1021");
    }
  }

  @Test
  void outcomes_left_out_of_a_column_add_up_to_nothing() {
    List<List<String>> rows = new ArrayList<>();
    int total = Seed.columns().indexOf("总计");
    for (List<String> row : Seed.table()) {
      List<String> cells = new ArrayList<>(row);
      String name = String.join("", row);
      if (!name.contains("本年新收")
          && !name.contains("上年结转")
          && !name.contains("七）总计")
          && !name.contains("结转下年")) {
        cells.set(row.size() - Seed.columns().size() + total, "");
      }
      rows.add(cells);
    }
    Examination read =
        examiner.examine(
            Drawn.html(Drawn.Report.of(rows, Seed.columns())).getBytes(StandardCharsets.UTF_8));
    assertThat(read.findings())
        .anyMatch(one -> one.kind() == Finding.Kind.CELLS_UNFILLED)
        .noneMatch(one -> one.kind() == Finding.Kind.CONCLUDED_IS_SUM)
        .noneMatch(one -> one.severity() == Severity.WRONG);
  }

  @Test
  void a_page_without_its_title_says_in_its_first_sentence_whose_it_is() {
    String title = Seed.ORGAN + "2023年政府信息公开工作年度报告";
    for (String sentence :
        List.of(
            "根据《条例》要求，编制2023年" + Seed.ORGAN + "政府信息公开工作年度报告。全文包括六个部分。",
            "根据《条例》要求，特编制" + Seed.ORGAN + "2023年政府信息公开工作年度报告。",
            "现公布《" + Seed.ORGAN + "2023年度政府信息公开工作年度报告》。")) {
      Examination read = html(title, sentence);
      assertThat(read.origin().organ()).as(sentence).contains(Seed.ORGAN);
      assertThat(read.origin().year()).as(sentence).hasValue(2023);
    }
    assertThat(html(title, "根据关于编制2022年政府信息公开工作年度报告的通知").origin().year()).hasValue(2023);
    assertThat(html(title, "本机关已公布2022年政府信息公开工作年度报告，现编写本报告。").origin().year()).hasValue(2023);
  }

  /** 采购总金额 has no unit in the form of 2019. */
  @Test
  void an_amount_of_a_column_without_a_unit_is_read_in_its_own() {
    String procurement =
        "<table><tr><td>信息内容</td><td>采购项目数量</td><td>采购总金额</td></tr>"
            + "<tr><td>政府集中采购</td><td>6</td><td>251000元</td></tr>"
            + "<tr><td>信息内容</td><td>上一年项目数量</td><td>本年增/减</td><td>处理决定数量</td></tr>"
            + "<tr><td>行政许可</td><td>5</td><td>0</td><td>3</td></tr>"
            + "<tr><td>行政处罚</td><td>5</td><td>0</td><td>3</td></tr></table>";
    Examination read =
        examiner.examine(
            ("<h1>青河县教育局2019年政府信息公开工作年度报告</h1><h2>二、主动公开政府信息情况</h2>" + procurement)
                .getBytes(StandardCharsets.UTF_8));
    Reading amount = read.proactive().row(ProactiveRow.PROCUREMENT).orElseThrow().get(1);
    assertThat(amount.value().orElseThrow()).isEqualByComparingTo("251000");
    assertThat(amount.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(read.findings()).noneMatch(finding -> finding.kind() == Finding.Kind.UNIT);
  }

  @Test
  void an_organ_is_named_as_its_title_is_written() {
    String title = Seed.ORGAN + "2023年政府信息公开工作年度报告";
    Examination traditional = html(title, "興平縣良田鎮2023年政府信息公開工作年度報告");
    assertThat(traditional.origin().organ()).contains("興平縣良田鎮");
    assertThat(traditional.origin().year()).hasValue(2023);
    for (String word : List.of("名称 ", "名　称：", "标题:", "文件名称：")) {
      Examination named = html(title, word + "城西管理区2023年政府信息公开工作年度报告");
      assertThat(named.origin().organ()).as(word).contains("城西管理区");
      assertThat(named.origin().title()).as(word).isEqualTo("城西管理区2023年政府信息公开工作年度报告");
    }
  }

  private static byte[] docx(String from, String to, Map<String, String> more) {
    return Drawn.changed(
        Drawn.docx(usual()),
        parts -> {
          parts.computeIfPresent("word/document.xml", (name, xml) -> xml.replace(from, to));
          parts.putAll(more);
        });
  }

  @Test
  void what_is_set_apart_in_a_cell_of_a_document_joins_nothing() {
    String figure = Drawn.wordParagraph("1021").replace("</w:p>", "");
    String styles =
        "<w:styles xmlns:w=\"w\"><w:style w:type=\"character\" w:styleId=\"a5\"><w:name"
            + " w:val=\"footnote reference\"/></w:style><w:style w:styleId=\"a6\"><w:basedOn"
            + " w:val=\"a7\"/></w:style><w:style w:styleId=\"a7\"><w:rPr><w:vertAlign"
            + " w:val=\"superscript\"/></w:rPr></w:style></w:styles>";
    for (String run :
        List.of(
            "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>3</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
            "<w:r><w:rPr><w:position w:val=\"6\"/></w:rPr><w:t>3</w:t></w:r>",
            "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:t>3</w:t></w:r>",
            "<w:r><w:rPr><w:rStyle w:val=\"a5\"/></w:rPr><w:t>3</w:t></w:r>",
            "<w:r><w:rPr><w:rStyle w:val=\"a6\"/></w:rPr><w:t>3</w:t></w:r>",
            "<w:r><w:rPr><w:strike/></w:rPr><w:t>3</w:t></w:r>")) {
      Examination read =
          examiner.examine(docx(figure, figure + run, Map.of("word/styles.xml", styles)));
      assertThat(notHeld(read).value().orElseThrow()).as(run).isEqualByComparingTo("1021");
      assertThat(notHeld(read).confidence() == Confidence.SURE)
          .as(run)
          .isEqualTo(run.contains("strike"));
    }
  }

  @Test
  void a_figure_in_a_box_alone_is_not_read_as_nothing() {
    Examination read =
        examiner.examine(
            docx(
                Drawn.wordParagraph("1021"),
                "<w:p><w:r><w:txbxContent>"
                    + Drawn.wordParagraph("1021")
                    + "</w:txbxContent></w:r></w:p>",
                Map.of()));
    assertThat(notHeld(read).kind()).isEqualTo(Reading.Kind.UNREAD);
  }

  @Test
  void what_is_hidden_in_a_workbook_is_not_read() {
    Examination rowHidden =
        examiner.examine(
            Drawn.changed(
                Drawn.xlsx(usual()),
                parts ->
                    parts.replaceAll(
                        (name, xml) ->
                            name.startsWith("xl/worksheets/")
                                ? Drawn.hidingRowOf(
                                    xml, Seed.label(FormRow.CONFIRMATION_OR_REISSUE))
                                : xml)));
    assertThat(rowHidden.applications().row(FormRow.CONFIRMATION_OR_REISSUE)).isEmpty();
    assertThat(rowHidden.applications().row(FormRow.DUPLICATE_APPLICATION)).isPresent();
    Examination columnHidden =
        examiner.examine(
            Drawn.changed(
                Drawn.xlsx(usual()),
                parts ->
                    parts.replaceAll(
                        (name, xml) ->
                            name.startsWith("xl/worksheets/")
                                ? xml.replace(
                                    "<sheetData>",
                                    "<cols><col min=\"6\" max=\"6\""
                                        + " hidden=\"1\"/></cols><sheetData>")
                                : xml)));
    assertThat(columnHidden.applications().row(FormRow.NOT_HELD).orElseThrow().cells())
        .noneMatch(cell -> cell.isValue() && cell.confidence() == Confidence.SURE)
        .noneMatch(cell -> cell.place().column() == 6 && cell.kind() != Reading.Kind.UNREAD);
  }

  @Test
  void digits_with_commas_in_a_merged_cell_are_not_taken_apart() {
    Examination read =
        examiner.examine(
            Drawn.html(usual())
                .replaceFirst(
                    "(属于国家秘密</p></td>)(?:<td><p>\\d</p></td>){7}",
                    "$1<td colspan=7><p>1,000,001</p></td>")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(read.applications().row(FormRow.STATE_SECRET).orElseThrow().cells())
        .noneMatch(Reading::isValue);
  }

  /**
   * Each row names its kind, whatever the order of the rows; one that can't be named is no other's.
   */
  @Test
  void disputes_whose_kinds_are_rows_are_read_by_what_each_row_names() {
    String turned = turned("行政复议", 0) + turned("复议后起诉", 10) + turned("未经复议直接起诉", 5) + "</table>";
    Examination read = withDisputes(turned);
    assertThat(figures(read)).containsExactly(1, 2, 0, 3, 6, 0, 1, 0, 0, 1, 2, 0, 0, 1, 3);
    Examination unnamed = withDisputes(turned.replace("未经复议直接起诉", "行政诉讼小计"));
    assertThat(unnamed.disputes().group(DisputeKind.LITIGATION_DIRECT)).isEmpty();
    String text = Drawn.text(usual(), " ");
    String head = text.substring(0, text.indexOf("四、政府信息公开行政复议"));
    String lines =
        "四、政府信息公开行政复议、行政诉讼情况\n类别 结果维持 结果纠正 其他结果 尚未审结 总计\n"
            + "行政复议 1 2 0 3 6\n复议后起诉 2 0 0 1 3\n未经复议直接起诉 0 1 0 0 1\n"
            + text.substring(text.indexOf("五、"));
    assertThat(figures(examiner.examine((head + lines).getBytes(StandardCharsets.UTF_8))))
        .containsExactly(1, 2, 0, 3, 6, 0, 1, 0, 0, 1, 2, 0, 0, 1, 3);
  }

  private Examination withDisputes(String rows) {
    String html = Drawn.html(usual());
    int from = html.lastIndexOf("<table", html.indexOf("未经复议直接起诉"));
    int to = html.indexOf("</table>", from) + "</table>".length();
    String table =
        "<table><tr><td>类别</td><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td></tr>"
            + rows;
    return examiner.examine(
        (html.substring(0, from) + table + html.substring(to)).getBytes(StandardCharsets.UTF_8));
  }

  private static String turned(String kind, int from) {
    StringBuilder row = new StringBuilder("<tr><td>" + kind + "</td>");
    for (int figure = from; figure < from + 5; figure++) {
      row.append("<td>").append(Seed.DISPUTES[figure]).append("</td>");
    }
    return row.append("</tr>").toString();
  }

  private static List<Integer> figures(Examination read) {
    List<Integer> figures = new ArrayList<>();
    for (DisputeKind kind : DisputeKind.values()) {
      read.disputes()
          .group(kind)
          .orElseThrow()
          .forEach(cell -> figures.add(cell.value().orElseThrow().intValueExact()));
    }
    return figures;
  }
}
