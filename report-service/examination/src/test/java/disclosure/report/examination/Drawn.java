package disclosure.report.examination;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Draws the corpus's reports in each format. */
final class Drawn {

  /** A cell with its spans. */
  record Cell(String text, int rows, int columns) {}

  /** A report: its table three row by row, the heads above it, and what stands around. */
  static final class Report {
    List<List<Cell>> head = new ArrayList<>();
    List<List<Cell>> table = new ArrayList<>();
    String title = Seed.ORGAN + "2023年政府信息公开工作年度报告";

    /** The usual head, the total where the columns have it. */
    static Report of(List<List<String>> rows, List<String> columns) {
      Report report = new Report();
      int types = (int) columns.stream().filter(one -> !one.equals("总计")).count();
      List<Cell> first = new ArrayList<>();
      List<Cell> second = new ArrayList<>();
      List<Cell> third = new ArrayList<>();
      first.add(new Cell("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3));
      first.add(new Cell("申请人情况", 1, columns.size()));
      boolean organizations = false;
      for (String column : columns) {
        if (column.equals("自然人") || column.equals("总计")) {
          second.add(new Cell(column, 2, 1));
        } else {
          if (!organizations) {
            second.add(new Cell("法人或其他组织", 1, types - 1));
            organizations = true;
          }
          third.add(new Cell(column, 1, 1));
        }
      }
      report.head = new ArrayList<>(List.of(first, second, third));
      for (List<String> row : rows) {
        report.table.add(cells(row, columns.size()));
      }
      return report;
    }

    private static List<Cell> cells(List<String> row, int figures) {
      List<Cell> cells = new ArrayList<>();
      int labels = row.size() - figures;
      for (int i = 0; i < row.size(); i++) {
        String text = row.get(i);
        int star = text.indexOf('*');
        boolean group = star > 0 && text.substring(0, star).matches("\\d+");
        int rows = group ? Integer.parseInt(text.substring(0, star)) : 1;
        cells.add(new Cell(group ? text.substring(star + 1) : text, rows, 1));
      }
      int label = labels - 1;
      String text = cells.get(label).text();
      int columns = text.startsWith("（") || text.matches("[^0-9].*") && !isOfGroup(text) ? 2 : 1;
      if (text.contains("本年新收") || text.contains("上年结转") || text.contains("结转下年")) {
        columns = 3;
      }
      cells.set(label, new Cell(text, 1, columns));
      return cells;
    }

    private static boolean isOfGroup(String text) {
      return !text.contains("予以公开")
          && !text.contains("部分公开")
          && !text.contains("总计")
          && !text.contains("其他处理")
          && !text.contains("合计");
    }
  }

  private Drawn() {}

  private static List<List<List<Cell>>> around(boolean disputes) {
    if (disputes) {
      List<Cell> first = List.of(new Cell("行政复议", 1, 5), new Cell("行政诉讼", 1, 10));
      List<Cell> second = new ArrayList<>();
      List<Cell> third = new ArrayList<>();
      for (String result : List.of("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")) {
        second.add(new Cell(result, 2, 1));
      }
      second.add(new Cell("未经复议直接起诉", 1, 5));
      second.add(new Cell("复议后起诉", 1, 5));
      for (int group = 0; group < 2; group++) {
        for (String result : List.of("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")) {
          third.add(new Cell(result, 1, 1));
        }
      }
      List<Cell> figures = new ArrayList<>();
      for (int figure : Seed.DISPUTES) {
        figures.add(new Cell(Integer.toString(figure), 1, 1));
      }
      return List.of(List.of(first, second, third, figures));
    }
    List<List<List<Cell>>> tables = new ArrayList<>();
    tables.add(
        List.of(
            row("第二十条第（一）项", "", "", ""),
            row("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
            row("规章", "0", "0", "0"),
            row("行政规范性文件", "12", "3", "45")));
    tables.add(List.of(row("信息内容", "本年处理决定数量"), row("行政许可", "3456")));
    tables.add(List.of(row("信息内容", "本年处理决定数量"), row("行政处罚", "78"), row("行政强制", "9")));
    tables.add(List.of(row("信息内容", "本年收费金额（单位：万元）"), row("行政事业性收费", "123.4567")));
    return tables;
  }

  private static List<Cell> row(String... cells) {
    List<Cell> row = new ArrayList<>();
    for (String cell : cells) {
      row.add(new Cell(cell, 1, 1));
    }
    return row;
  }

  /** Something that puts paragraphs and tables one behind the other. */
  interface Pen {
    void paragraph(String text);

    void table(List<List<Cell>> rows);
  }

  static void draw(Report report, Pen pen) {
    pen.paragraph(report.title);
    pen.paragraph("本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止，包括六个部分。");
    pen.paragraph("一、总体情况");
    pen.paragraph("2023年，本县主动公开政府信息5123条，依法办理依申请公开。");
    pen.paragraph("二、主动公开政府信息情况");
    around(false).forEach(pen::table);
    pen.paragraph("三、收到和处理政府信息公开申请情况");
    List<List<Cell>> table = new ArrayList<>(report.head);
    table.addAll(report.table);
    pen.table(table);
    pen.paragraph("四、政府信息公开行政复议、行政诉讼情况");
    around(true).forEach(pen::table);
    pen.paragraph("五、存在的主要问题及改进情况");
    pen.paragraph("政策解读的形式还不够丰富，下一步将加强培训。");
    pen.paragraph("六、其他需要报告的事项");
    pen.paragraph("本年度发出收费通知0件，收费总金额0元，实际收取0元。");
  }

  static String html(Report report) {
    StringBuilder html =
        new StringBuilder("<!DOCTYPE html><html><head><title>青河县</title></head><body>");
    draw(
        report,
        new Pen() {
          @Override
          public void paragraph(String text) {
            html.append("<p style=\"text-indent:2em\"><span>").append(text).append("</span></p>\n");
          }

          @Override
          public void table(List<List<Cell>> rows) {
            html.append(htmlTable(rows));
          }
        });
    return html.append("</body></html>").toString();
  }

  static String htmlTable(List<List<Cell>> rows) {
    StringBuilder html = new StringBuilder("<table border=1><tbody>");
    for (List<Cell> row : rows) {
      html.append("<tr>");
      for (Cell cell : row) {
        html.append("<td");
        html.append(cell.rows() > 1 ? " rowspan=\"" + cell.rows() + "\"" : "");
        html.append(cell.columns() > 1 ? " colspan=\"" + cell.columns() + "\"" : "");
        html.append("><p>").append(cell.text().replace("\n", "<br>")).append("</p></td>");
      }
      html.append("</tr>\n");
    }
    return html.append("</tbody></table>\n").toString();
  }

  /** As copied from a document: tabs between cells. */
  static String tabs(Report report) {
    return text(report, "\t");
  }

  static String text(Report report, String between) {
    StringBuilder text = new StringBuilder();
    draw(
        report,
        new Pen() {
          @Override
          public void paragraph(String one) {
            text.append(one).append('\n');
          }

          @Override
          public void table(List<List<Cell>> rows) {
            int[] open = new int[60];
            for (List<Cell> row : rows) {
              List<String> cells = new ArrayList<>();
              int column = 0;
              for (Cell cell : row) {
                while (open[column] > 0) {
                  open[column]--;
                  cells.add("");
                  column++;
                }
                cells.add(cell.text());
                for (int i = 0; i < cell.columns(); i++) {
                  open[column + i] = cell.rows() - 1;
                  if (i > 0) {
                    cells.add("");
                  }
                }
                column += cell.columns();
              }
              while (column < 60 && open[column] > 0) {
                open[column]--;
                cells.add("");
                column++;
              }
              if (!between.equals("\t")) {
                cells.removeIf(String::isEmpty);
              }
              text.append(String.join(between, cells)).append('\n');
            }
          }
        });
    return text.toString();
  }

  static byte[] docx(Report report) {
    StringBuilder xml =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"urn:w\"><w:body>");
    draw(
        report,
        new Pen() {
          @Override
          public void paragraph(String text) {
            xml.append(wordParagraph(text));
          }

          @Override
          public void table(List<List<Cell>> rows) {
            xml.append(wordTable(rows));
          }
        });
    xml.append("</w:body></w:document>");
    return zip(Map.of("word/document.xml", xml.toString()));
  }

  static String wordParagraph(String text) {
    StringBuilder xml = new StringBuilder("<w:p><w:pPr/>");
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      xml.append(i > 0 ? "<w:r><w:br/></w:r>" : "");
      int half = lines[i].length() / 2;
      xml.append("<w:r><w:t>").append(lines[i], 0, half).append("</w:t></w:r>");
      xml.append("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">")
          .append(lines[i].substring(half))
          .append("</w:t></w:r>");
    }
    return xml.append("</w:p>").toString();
  }

  static String wordTable(List<List<Cell>> rows) {
    StringBuilder xml = new StringBuilder("<w:tbl><w:tblPr/>");
    int[] open = new int[60];
    int[] widths = new int[60];
    for (List<Cell> row : rows) {
      xml.append("<w:tr>");
      int column = 0;
      int at = 0;
      while (at < row.size() || open[column] > 0) {
        if (open[column] > 0) {
          open[column]--;
          xml.append("<w:tc><w:tcPr>")
              .append(span(widths[column]))
              .append("<w:vMerge/></w:tcPr><w:p/></w:tc>");
          column += widths[column];
          continue;
        }
        Cell cell = row.get(at);
        at++;
        xml.append("<w:tc><w:tcPr>").append(span(cell.columns()));
        xml.append(cell.rows() > 1 ? "<w:vMerge w:val=\"restart\"/>" : "").append("</w:tcPr>");
        xml.append(wordParagraph(cell.text())).append("</w:tc>");
        open[column] = cell.rows() - 1;
        widths[column] = cell.columns();
        column += cell.columns();
      }
      xml.append("</w:tr>");
    }
    return xml.append("</w:tbl>").toString();
  }

  private static String span(int columns) {
    return columns > 1 ? "<w:gridSpan w:val=\"" + columns + "\"/>" : "";
  }

  static byte[] xlsx(Report report) {
    StringBuilder rowsXml = new StringBuilder();
    StringBuilder merges = new StringBuilder();
    int[] number = {0};
    draw(
        report,
        new Pen() {
          @Override
          public void paragraph(String text) {
            number[0]++;
            rowsXml
                .append("<row r=\"")
                .append(number[0])
                .append("\"><c r=\"A")
                .append(number[0])
                .append("\" t=\"inlineStr\"><is><t>")
                .append(text)
                .append("</t></is></c></row>");
          }

          @Override
          public void table(List<List<Cell>> rows) {
            int[] open = new int[60];
            for (List<Cell> row : rows) {
              number[0]++;
              rowsXml.append("<row r=\"").append(number[0]).append("\">");
              int column = 0;
              for (Cell cell : row) {
                while (open[column] > 0) {
                  open[column]--;
                  column++;
                }
                String name = name(column) + number[0];
                boolean isNumber = cell.text().matches("\\d+(\\.\\d+)?");
                rowsXml
                    .append("<c r=\"")
                    .append(name)
                    .append(isNumber ? "\"><v>" : "\" t=\"inlineStr\"><is><t>")
                    .append(cell.text())
                    .append(isNumber ? "</v></c>" : "</t></is></c>");
                if (cell.rows() > 1 || cell.columns() > 1) {
                  merges
                      .append("<mergeCell ref=\"")
                      .append(name)
                      .append(':')
                      .append(name(column + cell.columns() - 1))
                      .append(number[0] + cell.rows() - 1)
                      .append("\"/>");
                }
                for (int i = 0; i < cell.columns(); i++) {
                  open[column + i] = cell.rows() - 1;
                }
                column += cell.columns();
              }
              for (; column < 60; column++) {
                open[column] = Math.max(0, open[column] - 1);
              }
              rowsXml.append("</row>");
            }
          }
        });
    return zip(
        Map.of(
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"年报\" sheetId=\"1\" id=\"r1\"/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\""
                + " Target=\"worksheets/sheet1.xml\"/></Relationships>",
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData>"
                + rowsXml
                + "</sheetData><mergeCells>"
                + merges
                + "</mergeCells></worksheet>"));
  }

  private static String name(int column) {
    return column < 26 ? Character.toString('A' + column) : "A" + (char) ('A' + column - 26);
  }

  /** The same package with its parts changed. */
  static byte[] changed(byte[] file, Consumer<Map<String, String>> change) {
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        parts.put(part.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    change.accept(parts);
    return zip(parts);
  }

  /** The sheet with the row that has the text hidden. */
  static String hidingRowOf(String sheet, String text) {
    int row = sheet.lastIndexOf("<row ", sheet.indexOf(text));
    return sheet.substring(0, row) + "<row hidden=\"1\" " + sheet.substring(row + 5);
  }

  static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
