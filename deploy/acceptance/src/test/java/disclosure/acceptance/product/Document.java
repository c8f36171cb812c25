package disclosure.acceptance.product;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/**
 * A written report, read back by programs that had no part in writing it.
 *
 * @param text all that a reader sees, without the breaks of its lines
 * @param cells the cells of table three
 */
record Document(String text, List<String> cells) {

  Document {
    text = text.replaceAll("\\s", "");
  }

  private static final Pattern HTML_CELL = Pattern.compile("<td[^>]*>([^<]*)</td>");
  private static final Pattern PDF_ROW = Pattern.compile("(?:\\d+ ){6}\\d+$");

  static Document html(Path file) throws IOException {
    String html = Files.readString(file);
    int table = html.indexOf("<caption>收到和处理政府信息公开申请情况</caption>");
    Matcher cell = HTML_CELL.matcher(html.substring(table, html.indexOf("</table>", table)));
    List<String> cells = new ArrayList<>();
    while (cell.find()) {
      cells.add(cell.group(1));
    }
    return new Document(html.replaceAll("<[^>]*>", ""), cells);
  }

  static Document docx(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        XWPFDocument document = new XWPFDocument(bytes)) {
      StringBuilder text = new StringBuilder();
      document.getParagraphs().forEach(paragraph -> text.append(paragraph.getText()).append('\n'));
      XWPFTable table =
          document.getTables().stream()
              .filter(candidate -> candidate.getNumberOfRows() == 28)
              .findFirst()
              .orElseThrow();
      List<String> cells = new ArrayList<>();
      for (int row = 3; row < 28; row++) {
        List<XWPFTableCell> all = table.getRow(row).getTableCells();
        all.subList(all.size() - 7, all.size()).forEach(cell -> cells.add(cell.getText()));
      }
      return new Document(text.toString(), cells);
    }
  }

  static Document pdf(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      String text = stripper.getText(document);
      List<String> cells = new ArrayList<>();
      text.substring(text.indexOf("三、收到和处理"), text.indexOf("四、政府信息公开行政复议"))
          .lines()
          .map(line -> PDF_ROW.matcher(line.strip()))
          .filter(Matcher::find)
          .forEach(row -> cells.addAll(List.of(row.group().split(" "))));
      return new Document(text, cells);
    }
  }
}
