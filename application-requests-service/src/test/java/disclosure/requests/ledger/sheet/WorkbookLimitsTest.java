package disclosure.requests.ledger.sheet;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import disclosure.edge.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small workbooks that say that they are very large. */
class WorkbookLimitsTest {

  private static final long MOST = 64 * 1024 * 1024;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void a_modest_workbook_is_read_and_its_cells_far_to_the_right_are_passed_over() throws Exception {
    assertThat(
            read(
                row(
                    "<c r=\"A1\" t=\"str\"><v>号</v></c><c r=\"B1\"><v>45296</v></c>"
                        + "<c r=\"XFD1\"><v>1</v></c>")))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.cell(0)).isEqualTo("号");
              assertThat(line.cell(1)).isEqualTo("45296");
              assertThat(line.cells()).hasSize(2);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A9999999\"><v>1</v></c></row>",
        "<row r=\"99999999999\"><c><v>1</v></c></row>",
        "<row r=\"1048577\"><c><v>1</v></c></row>",
        "<row xmlns:q=\"urn:q\" q:r=\"2000000000\"><c><v>1</v></c></row>",
        "<row r=\"1\"><c xmlns:q=\"urn:q\" q:r=\"ZZZZZZ1\"><v>1</v></c></row>"
      })
  void a_cell_beyond_the_last_of_a_worksheet_is_refused_and_takes_no_room(String row) {
    assertRefused(workbook("worksheet", row, UTF_8));
    // Which part is the sheet, the file says somewhere else.
    assertRefused(workbook("anything", row, UTF_8));
  }

  @Test
  void what_is_repeated_in_a_part_is_refused_when_there_is_too_much() {
    assertRefused(workbook("worksheet", row("<c/>".repeat(20_000)), UTF_8));
    assertRefused(workbook("worksheet", row("<c><f>A</f></c>".repeat(2_000)), UTF_8));
    assertRefused(workbook("worksheet", row("<c><v>" + "1".repeat(500) + "</v></c>"), UTF_8));
    assertRefused(workbook("sst", "<si><t>a</t></si>".repeat(500_001), UTF_8));
    assertRefused(workbook("sst", "<si><t>" + "a".repeat(3_000_000) + "</t></si>", UTF_8));
    assertRefused(workbook("worksheet", "<a>".repeat(1_000), UTF_8));
    assertRefused(workbook("worksheet", "<a b=\"" + " ".repeat(5_000_000) + "\"/>", UTF_8));
    assertRefused(workbook("workbook", "<sheet/>".repeat(2_000_000), UTF_8));
    assertRefused(workbook("worksheet", row("<c r=\"ZZZZZZ1\"/>"), UTF_16BE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c><v>%s</v></c>",
        "<c t=\"n\"><v>%s</v></c>",
        "<c t=\"x\"><v>%s</v></c>",
        "<c t=\"N\"><v>%s</v></c>",
        "<c xmlns:q=\"urn:q\" q:t=\"n\" t=\"s\"><v>%s</v></c>",
        "<c xmlns:q=\"urn:q\" q:t=\"x\"><v>%s</v></c>",
        "<c><v><x>%s</x></v></c>",
        "<c><is><t>%s</t></is></c>"
      })
  void a_number_of_very_many_digits_is_not_reckoned_with(String cell) {
    byte[] workbook = workbook("worksheet", row(cell.formatted("9".repeat(1_900_000))), UTF_8);
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThatThrownBy(() -> read(workbook)).isInstanceOf(Refusal.class));
  }

  @ParameterizedTest
  @CsvSource({"1e999999999,#", "1E999999999,#", "1E-999999999,0", "-1e-99999,0"})
  void a_number_that_would_be_written_out_in_very_many_digits_is_not(String number, String shown)
      throws Exception {
    long before = threads.getCurrentThreadAllocatedBytes();
    List<Line> lines = read(row("<c><v>" + number + "</v></c>"));
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST);
    assertThat(lines.get(0).cell(0)).isEqualTo(shown);
  }

  private void assertRefused(byte[] workbook) {
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThatThrownBy(() -> read(workbook)).isInstanceOf(Refusal.class);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST);
  }

  private static String row(String cells) {
    return "<row r=\"1\">" + cells + "</row>";
  }

  private static List<Line> read(String row) throws IOException, SQLException {
    return read(workbook("worksheet", row, UTF_8));
  }

  private static List<Line> read(byte[] workbook) throws IOException, SQLException {
    List<Line> lines = new ArrayList<>();
    LedgerFile.read(
        new ByteArrayInputStream(workbook),
        new Lines() {
          @Override
          public void sheet(String name) {
            assertThat(name).isEqualTo("台账");
          }

          @Override
          public void line(Line line) {
            lines.add(line);
          }
        });
    return lines;
  }

  private static byte[] workbook(String root, String rows, Charset charset) {
    String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    String relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
              + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
              + types
              + "sheet.main+xml\"/><Override PartName=\"/xl/sheet1.xml\" ContentType=\""
              + types
              + "worksheet+xml\"/></Types>",
          UTF_8);
      put(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns:r=\""
              + relation
              + "\"><sheets><sheet name=\"台账\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
          UTF_8);
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
              + "<Relationship Id=\"rId1\" Type=\""
              + relation
              + "/worksheet\" Target=\"sheet1.xml\"/></Relationships>",
          UTF_8);
      put(
          zip,
          "xl/sheet1.xml",
          "<" + root + "><sheetData>" + rows + "</sheetData></" + root + ">",
          charset);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String xml, Charset charset)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(xml.getBytes(charset));
    zip.closeEntry();
  }
}
