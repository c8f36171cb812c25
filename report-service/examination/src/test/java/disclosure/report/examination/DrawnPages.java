package disclosure.report.examination;

import disclosure.report.examination.document.Grid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/** Draws the corpus's reports on pages, as PDF and OFD of other programs have them. */
final class DrawnPages {

  /** How the pages are drawn. */
  enum Style {
    /** With the tables' lines. */
    LINES,
    /** With the lines as thin areas. */
    AREAS,
    /** With some lines as thin areas whose last side isn't drawn, as browsers print borders. */
    OPEN,
    /** With a frame around each cell, and gutters between them. */
    FRAMES,
    /** Without lines. */
    BARE,
    /** On pages that are turned. */
    TURNED
  }

  /** A page's signs and lines; lengths are in points from the upper left corner. */
  private record Text(String text, double x, double y, double size) {
    Text(String text, double x, double y) {
      this(text, x, y, SIZE);
    }
  }

  private record Box(double x, double y, double width, double height) {}

  private static final class Page {
    private final List<Text> texts = new ArrayList<>();
    private final List<Box> boxes = new ArrayList<>();
  }

  private static final double SIZE = 8;
  private static final double WIDTH = 595;
  private static final double HEIGHT = 842;
  private static final double LINE = 11;
  private static final double FIGURE = 42;
  private static final double LABEL = 70;
  private static final Path FONT =
      Path.of("../src/main/resources/disclosure/report/document/fonts/hei.ttf");

  private final List<Page> pages = new ArrayList<>();
  private double y = HEIGHT;

  private DrawnPages(Drawn.Report report) {
    Drawn.draw(
        report,
        new Drawn.Pen() {
          @Override
          public void paragraph(String text) {
            for (int from = 0; from < text.length(); from += 55) {
              room(LINE * 2);
              page()
                  .texts
                  .add(
                      new Text(
                          text.substring(from, Math.min(from + 55, text.length())),
                          from == 0 ? 56 : 40,
                          y));
              y += LINE * 2;
            }
          }

          @Override
          public void table(List<List<Drawn.Cell>> rows) {
            draw(rows);
          }
        });
  }

  private Page page() {
    return pages.get(pages.size() - 1);
  }

  private void room(double height) {
    if (y + height > HEIGHT - 60) {
      pages.add(new Page());
      y = 60;
    }
  }

  private static double left(int column, int labels) {
    return 40 + Math.min(column, labels) * LABEL + Math.max(0, column - labels) * FIGURE;
  }

  private void draw(List<List<Drawn.Cell>> rows) {
    int columns = rows.get(0).stream().mapToInt(Drawn.Cell::columns).sum();
    int labels = columns == 10 ? 3 : columns == 15 ? 0 : 1;
    double wide = columns == 15 ? 32.0 / FIGURE : 1;
    int[] open = new int[60];
    for (List<Drawn.Cell> row : rows) {
      double height = LINE * 2;
      for (Drawn.Cell cell : row) {
        if (cell.rows() == 1) {
          height = Math.max(height, LINE * (1 + lines(cell, labels, 0, wide).size()));
        }
      }
      room(height);
      int column = 0;
      for (Drawn.Cell cell : row) {
        while (open[column] > 0) {
          open[column]--;
          column++;
        }
        double x = 40 + (left(column, labels) - 40) * wide;
        double right = 40 + (left(column + cell.columns(), labels) - 40) * wide;
        List<String> lines = lines(cell, labels, column, wide);
        double full =
            cell.rows() == 1 ? height : Math.max(height, LINE * 2 * Math.min(cell.rows(), 3));
        double at = y + (full - lines.size() * LINE) / 2 + SIZE;
        for (String line : lines) {
          int note = line.indexOf(Grid.RAISED);
          page().texts.add(new Text(note < 0 ? line : line.substring(0, note), x + 3, at));
          if (note >= 0) {
            String number = line.substring(note + 1, line.length() - 1);
            double size = SIZE * 0.62;
            page().texts.add(new Text(number, x + 3 + note * SIZE / 2, at - SIZE / 3, size));
          }
          at += LINE;
        }
        page()
            .boxes
            .add(new Box(x, y, right - x, cell.rows() == 1 ? height : LINE * 2 * cell.rows()));
        for (int i = 0; i < cell.columns(); i++) {
          open[column + i] = cell.rows() - 1;
        }
        column += cell.columns();
      }
      for (; column < 60; column++) {
        open[column] = Math.max(0, open[column] - 1);
      }
      y += height;
    }
    y += LINE * 2;
  }

  private static List<String> lines(Drawn.Cell cell, int labels, int column, double wide) {
    double width = (left(column + cell.columns(), labels) - left(column, labels)) * wide - 4;
    int most = Math.max(1, (int) (width / SIZE));
    if (cell.text().matches("[0-9.,]+(?:\u27E6\\d\u27E7)?")) {
      return List.of(cell.text());
    }
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < cell.text().length(); from += most) {
      lines.add(cell.text().substring(from, Math.min(from + most, cell.text().length())));
    }
    return lines;
  }

  static byte[] pdf(Drawn.Report report, Style style) {
    try (PDDocument document = new PDDocument()) {
      PDFont font = PDType0Font.load(document, FONT.toFile());
      for (Page drawn : new DrawnPages(report).pages) {
        PDPage page = new PDPage(new PDRectangle((float) WIDTH, (float) HEIGHT));
        if (style == Style.TURNED) {
          page = new PDPage(new PDRectangle((float) HEIGHT, (float) WIDTH));
          page.setRotation(90);
        }
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          if (style == Style.TURNED) {
            content.transform(new Matrix(0, 1, -1, 0, (float) HEIGHT, 0));
          }
          for (Text text : drawn.texts) {
            content.beginText();
            content.setFont(font, (float) text.size());
            content.newLineAtOffset((float) text.x(), (float) (HEIGHT - text.y()));
            content.showText(text.text());
            content.endText();
          }
          for (Box box : drawn.boxes) {
            rule(content, box, style);
          }
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void rule(PDPageContentStream content, Box box, Style style) throws IOException {
    float x = (float) box.x();
    float y = (float) (HEIGHT - box.y() - box.height());
    float width = (float) box.width();
    float height = (float) box.height();
    switch (style) {
      case LINES, TURNED -> {
        content.addRect(x, y, width, height);
        content.stroke();
      }
      case AREAS -> {
        content.addRect(x, y, width, 0.5f);
        content.addRect(x, y + height, width, 0.5f);
        content.addRect(x, y, 0.5f, height);
        content.addRect(x + width, y, 0.5f, height);
        content.fill();
      }
      case OPEN -> {
        content.addRect(x, y, width, 0.6f);
        content.addRect(x, y + height, width, 0.6f);
        if (x < 2 * LABEL) {
          content.addRect(x, y, 0.6f, height);
        }
        content.fill();
        open(content, x, y, 0.6f, height);
        open(content, x + width, y, 0.6f, height);
      }
      case FRAMES -> {
        content.addRect(x + 1.5f, y + 1.5f, width - 3, height - 3);
        content.stroke();
      }
      case BARE -> {
        // Nothing is drawn.
      }
    }
  }

  private static void open(PDPageContentStream content, float x, float y, float width, float height)
      throws IOException {
    content.moveTo(x, y);
    content.lineTo(x, y + height);
    content.lineTo(x + width, y + height);
    content.lineTo(x + width, y);
    content.fill();
  }

  static byte[] ofd(Drawn.Report report, Style style) {
    Map<String, String> parts = new LinkedHashMap<>();
    StringBuilder list = new StringBuilder();
    List<Page> pages = new DrawnPages(report).pages;
    for (int i = 0; i < pages.size(); i++) {
      list.append("<ofd:Page ID=\"")
          .append(i + 1)
          .append("\" BaseLoc=\"Pages/Page_")
          .append(i)
          .append("/Content.xml\"/>");
      parts.put("Doc_0/Pages/Page_" + i + "/Content.xml", content(pages.get(i), style));
    }
    parts.put(
        "OFD.xml",
        "<ofd:OFD"
            + " xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
    parts.put(
        "Doc_0/Document.xml",
        "<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Pages>"
            + list
            + "</ofd:Pages></ofd:Document>");
    return Drawn.zip(parts);
  }

  /** Sizes by a matrix, texts at the corner of boxes of their own, as converters write them. */
  private static String content(Page page, Style style) {
    StringBuilder xml =
        new StringBuilder(
            "<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Content><ofd:Layer>");
    for (Text text : page.texts) {
      xml.append(
          String.format(
              Locale.ROOT,
              "<ofd:TextObject Boundary=\"%.3f %.3f 100 20\" Size=\"1\" CTM=\"%.4f 0 0 %.4f 0"
                  + " 0\"><ofd:FillColor/><ofd:TextCode X=\"0\" Y=\"1\""
                  + " DeltaX=\"%s\">%s</ofd:TextCode></ofd:TextObject>",
              mm(text.x()),
              mm(text.y() - text.size()),
              mm(text.size()),
              mm(text.size()),
              steps(text.text()),
              text.text()));
    }
    for (Box box : page.boxes) {
      if (style != Style.BARE) {
        xml.append(
            String.format(
                Locale.ROOT,
                "<ofd:PathObject Boundary=\"%.3f %.3f %.3f %.3f\""
                    + " LineWidth=\"0.2\"><ofd:AbbreviatedData>M 0 0 L %3$.3f 0 L %3$.3f %4$.3f L 0"
                    + " %4$.3f C</ofd:AbbreviatedData></ofd:PathObject>",
                mm(box.x()),
                mm(box.y()),
                mm(box.width()),
                mm(box.height())));
      }
    }
    return xml.append("</ofd:Layer></ofd:Content></ofd:Page>").toString();
  }

  private static String steps(String text) {
    StringBuilder steps = new StringBuilder();
    for (int i = 0; i + 1 < text.length(); i++) {
      steps.append(text.charAt(i) < 0x2E80 ? "0.5 " : "1 ");
    }
    return steps.toString().strip();
  }

  private static double mm(double points) {
    return points * 25.4 / 72;
  }
}
