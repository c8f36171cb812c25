package disclosure.requests.ledger.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.edge.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells and sheets as spreadsheet programs write them. */
class WorkbookKindsTest {

  private static final String USUAL =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";

  private String workbookProperties = "";
  private String relations = USUAL;
  private String sheetState = "";
  private String moreRelations = "";
  private String strings = "";
  private String styles = "";
  private String behindRows = "";
  private final List<String> hidden = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          t="inlineStr"><is><t>直接</t></is>                       | 直接
          t="inlineStr"><is><r><t>分</t></r><r><t>段</t></r></is>  | 分段
          t="s"><v>0</v>                                           | 共用文字
          t="str"><f>A1</f><v>结果</v>                             | 结果
          t="b"><v>1</v>                                           | TRUE
          t="b"><v>true</v>                                        | TRUE
          t="b"><v>0</v>                                           | FALSE
          t="d"><v>2024-01-05T00:00:00</v>                         | 2024-01-05
          ><v>3</v>                                                | 3
          ><v>0.30000000000000004</v>                              | 0.3
          ><f>1+1</f><v>2</v>                                      | 2
          """)
  void what_a_cell_holds_is_read_as_it_is_shown(String cell, String shown) throws Exception {
    strings = "<si><r><t>共用</t></r><r><t>文字</t></r><rPh><t>x</t></rPh></si>";
    assertThat(row("<c r=\"A1\" " + cell + "</c>").cell(0)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          yyyy/m/d                | 45296                | 2024-01-05
          yyyy"年"m"月"d"日"      | 45296                | 2024-01-05
          [$-804]yyyy/m/d h:mm    | 45296.604166666664   | 2024-01-05 14:30
          yyyy-mm-dd;@            | 45296                | 2024-01-05
          mmm                     | 45296                | 2024-01-05
          yyyy/m/d                | 2958465              | 9999-12-31
          yyyy/m/d                | 2958466              | 2958466
          yyyy/m/d                | 0                    | 0
          000000                  | 123                  | 000123
          "第"000"号"             | 7                    | 第007号
          General                 | 45296                | 45296
          0.00                    | 680                  | 680
          #,##0                   | 1234567              | 1234567
          """)
  void a_number_is_read_by_its_format(String format, String number, String shown) throws Exception {
    styles(format);
    assertThat(row("<c r=\"A1\" s=\"1\"><v>" + number + "</v></c>").cell(0)).isEqualTo(shown);
  }

  /** What every spreadsheet has without saying it, by the numbers of the standard and of China. */
  @Test
  void a_day_is_told_by_the_number_of_its_format() {
    assertThat(IntStream.range(0, 82).filter(id -> NumberFormat.builtIn(id).isDate()).boxed())
        .containsExactly(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);
  }

  @Test
  void days_of_the_system_of_1904_are_the_same_days() throws Exception {
    styles("yyyy/m/d");
    workbookProperties = "<workbookPr date1904=\"1\"/>";
    assertThat(row("<c r=\"A1\" s=\"1\"><v>43834</v></c>").cell(0)).isEqualTo("2024-01-05");
  }

  @Test
  void a_number_that_was_cut_off_is_marked_and_so_is_what_a_formula_does_not_say()
      throws Exception {
    Line line =
        row(
            "<c r=\"A1\"><v>1.41124199001011E+17</v></c><c r=\"B1\" t=\"e\"><v>#REF!</v></c>"
                + "<c r=\"C1\"><f>NOW()</f></c><c r=\"D1\"><v>202401010000001</v></c>"
                + "<c r=\"E1\"><v>2024010100000001</v></c>");
    assertThat(line.flaw(0)).contains(Flaw.CUT_OFF);
    assertThat(line.cell(0)).isEqualTo("141124199001011000");
    assertThat(line.flaw(1)).contains(Flaw.ERROR);
    assertThat(line.flaw(2)).contains(Flaw.NOT_CALCULATED);
    assertThat(line.flaw(3)).isEmpty();
    assertThat(line.cell(3)).isEqualTo("202401010000001");
    assertThat(line.flaw(4))
        .as("of 16 digits the last is a zero, whatever was typed")
        .contains(Flaw.CUT_OFF);
  }

  @Test
  void a_number_that_is_none_is_wrong_by_itself_and_leaves_the_others() throws Exception {
    styles("yyyy/m/d");
    Line line =
        row(
            "<c r=\"A1\" s=\"1\"><v>1e308</v></c><c r=\"B1\" s=\"1\"><v>-99999999999</v></c>"
                + "<c r=\"C1\" s=\"1\"><v>NaN</v></c><c r=\"D1\" s=\"1\"><v>1e99999999999</v></c>"
                + "<c r=\"E1\" s=\"1\"><v>45296</v></c>");
    assertThat(line.flaws()).isEqualTo(Map.of(0, Flaw.CUT_OFF, 2, Flaw.ERROR, 3, Flaw.ERROR));
    assertThat(line.cell(4)).isEqualTo("2024-01-05");
  }

  @Test
  void a_workbook_of_the_strict_kind_is_read() throws Exception {
    relations = STRICT;
    assertThat(row("<c r=\"A1\"><v>1</v></c>").cell(0)).isEqualTo("1");
  }

  @Test
  void rows_and_cells_without_names_follow_each_other() throws Exception {
    List<Line> lines = read("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>");
    assertThat(lines).containsExactly(new Line(1, List.of("1", "2")), new Line(2, List.of("3")));
  }

  @Test
  void rows_that_a_filter_hides_are_read_and_a_hidden_sheet_is_named() throws Exception {
    assertThat(read("<row r=\"1\" hidden=\"1\"><c><v>1</v></c></row>")).hasSize(1);
    for (String state : List.of("hidden", "veryHidden")) {
      hidden.clear();
      sheetState = "state=\"" + state + "\"";
      assertThat(read("<row r=\"1\"><c><v>1</v></c></row>")).isEmpty();
      assertThat(hidden).containsExactly("台账");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rId1", "rId4"})
  void no_part_is_read_for_several_sheets(String again) {
    moreRelations = relation("rId4", "worksheet", "worksheets/sheet1.xml");
    sheetState = "r:id=\"%s\"/><sheet name=\"%s\" sheetId=\"2\"".formatted(again, again);
    assertThatThrownBy(() -> read("<row r=\"1\"><c><v>1</v></c></row>"))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void what_is_merged_over_rows_stands_in_each_of_them_that_has_anything() throws Exception {
    behindRows = "<mergeCells><mergeCell ref=\"A1:A3\"/></mergeCells>";
    List<Line> lines =
        read(
            "<row r=\"1\"><c><v>1</v></c><c><v>2</v></c></row>"
                + "<row r=\"2\"><c r=\"A2\"/><c><v>3</v></c></row>"
                + "<row r=\"3\"><c r=\"A3\"/></row><row r=\"4\"><c r=\"B4\"><v>5</v></c></row>");
    assertThat(lines)
        .containsExactly(
            new Line(1, List.of("1", "2")),
            new Line(2, List.of("1", "3")),
            new Line(4, List.of("", "5")));
  }

  @Test
  void what_is_wrong_with_a_merged_cell_is_wrong_in_each_of_its_rows() throws Exception {
    behindRows =
        "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/>"
            + "<mergeCell ref=\"C1:C2\"/></mergeCells>";
    List<Line> lines =
        read(
            "<row r=\"1\"><c r=\"A1\"><v>1.41124199001011E+17</v></c>"
                + "<c r=\"B1\" t=\"e\"><v>#REF!</v></c><c r=\"C1\"><f>NOW()</f></c></row>"
                + "<row r=\"2\"><c r=\"D2\"><v>3</v></c></row>"
                + "<row r=\"3\"><c r=\"D3\"><v>3</v></c></row>");
    assertThat(lines.get(1).flaws())
        .isEqualTo(lines.get(0).flaws())
        .isEqualTo(Map.of(0, Flaw.CUT_OFF, 1, Flaw.ERROR, 2, Flaw.NOT_CALCULATED));
    assertThat(lines.get(2).flaws()).isEmpty();
  }

  @Test
  void text_of_two_bytes_is_read_and_long_numbers_in_it_are_marked() throws Exception {
    for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      List<Line> lines = lines("\uFEFF号\t证件\n1\t1.41124E+17\n".getBytes(charset));
      assertThat(lines.get(0)).isEqualTo(new Line(1, List.of("号", "证件")));
      assertThat(lines.get(1).flaw(1)).contains(Flaw.CUT_OFF);
    }
  }

  @Test
  void an_old_or_locked_workbook_is_told_apart() {
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
    assertThatThrownBy(() -> lines(old))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.faults().get(0).message().in(java.util.Locale.CHINESE))
                    .contains("另存为 XLSX"));
  }

  private void styles(String format) {
    styles =
        "<numFmts><numFmt numFmtId=\"176\" formatCode=\""
            + format.replace("\"", "&quot;")
            + "\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"176\"/></cellXfs>";
  }

  private Line row(String cells) throws IOException, SQLException {
    return read("<row r=\"1\">" + cells + "</row>").get(0);
  }

  private List<Line> read(String rows) throws IOException, SQLException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "_rels/.rels", relation("rId1", "officeDocument", "xl/workbook.xml"));
      put(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns:r=\""
              + relations
              + "\">"
              + workbookProperties
              + "<sheets><sheet name=\"台账\" sheetId=\"1\" "
              + sheetState
              + " r:id=\"rId1\"/></sheets></workbook>");
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          relation("rId1", "worksheet", "worksheets/Sheet1.xml")
              + relation("rId2", "sharedStrings", "/xl/sharedStrings.xml")
              + relation("rId3", "styles", "styles.xml")
              + moreRelations);
      put(zip, "xl/sharedStrings.xml", "<sst>" + strings + "</sst>");
      put(zip, "xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>");
      put(
          zip,
          "xl/worksheets/sheet1.xml",
          "<worksheet><sheetData>" + rows + "</sheetData>" + behindRows + "</worksheet>");
    }
    return lines(bytes.toByteArray());
  }

  private String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, relations, type, target);
  }

  private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    String whole = name.endsWith(".rels") ? "<Relationships>" + xml + "</Relationships>" : xml;
    zip.write(whole.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private List<Line> lines(byte[] file) throws IOException, SQLException {
    List<Line> lines = new ArrayList<>();
    LedgerFile.read(
        new ByteArrayInputStream(file),
        new Lines() {
          @Override
          public void sheet(String name) {}

          @Override
          public void hiddenSheet(String name) {
            hidden.add(name);
          }

          @Override
          public void line(Line line) {
            lines.add(line);
          }
        });
    return lines;
  }
}
