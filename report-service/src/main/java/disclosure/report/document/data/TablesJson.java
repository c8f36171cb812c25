package disclosure.report.document.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.report.document.part.MissingGlyph;
import disclosure.report.document.part.Texts;
import disclosure.report.form.AnnualReport;
import disclosure.report.form.Figure;
import disclosure.report.form.FormTable;
import disclosure.report.form.SectionContent;
import java.nio.charset.StandardCharsets;

/** The tables of sections two, three and four as JSON, each figure with its labels. */
public final class TablesJson {

  /**
   * The file's bytes in UTF-8; the same report gives the same bytes.
   *
   * @throws MissingGlyph when a character can't be printed
   */
  public byte[] render(AnnualReport report) {
    Texts.requirePrintable(report);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("title", report.title());
    json.put("organName", report.organName());
    json.put("year", report.year());
    ArrayNode tables = json.putArray("tables");
    for (SectionContent section : SectionContent.of(report)) {
      for (FormTable table : section.tables()) {
        ObjectNode node = tables.addObject();
        node.put("section", section.section().number());
        node.put("heading", section.section().heading());
        node.put("caption", table.caption());
        ArrayNode figures = node.putArray("figures");
        table.figures().forEach(figure -> write(figures.addObject(), figure));
      }
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(ObjectNode node, Figure figure) {
    ArrayNode row = node.putArray("row");
    figure.row().forEach(row::add);
    ArrayNode column = node.putArray("column");
    figure.column().forEach(column::add);
    // Put as a number, it would lose the zeros at its end.
    node.set("value", figure.value().<JsonNode>map(DecimalNode::valueOf).orElse(NullNode.instance));
  }
}
