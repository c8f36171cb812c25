package disclosure.report.document.ofd;

import disclosure.report.document.part.Xml;
import java.util.ArrayList;
import java.util.List;

/**
 * A line or an area.
 *
 * @param x its left edge
 * @param y its upper edge
 * @param width its width
 * @param height its height
 * @param lineWidth how broad the line is; 0 for an area without one
 * @param fill whether it is an area
 * @param colour red, green and blue from 0 to 255
 * @param data the path relative to the upper left corner, in OFD's abbreviated form
 */
record OfdPath(
    double x,
    double y,
    double width,
    double height,
    double lineWidth,
    boolean fill,
    String colour,
    String data)
    implements OfdObject {

  @Override
  public void write(Xml xml, String id) {
    boolean stroke = lineWidth > 0;
    List<String> attributes =
        new ArrayList<>(List.of("ID", id, "Boundary", OfdNumber.of(x, y, width, height)));
    if (stroke) {
      attributes.addAll(List.of("LineWidth", OfdNumber.of(lineWidth)));
    } else {
      attributes.addAll(List.of("Stroke", "false"));
    }
    if (fill) {
      attributes.addAll(List.of("Fill", "true"));
    }
    xml.element(
        "ofd:PathObject",
        () -> {
          if (fill) {
            xml.empty("ofd:FillColor", "Value", colour);
          }
          if (stroke) {
            xml.empty("ofd:StrokeColor", "Value", colour);
          }
          xml.textElement("ofd:AbbreviatedData", data);
        },
        attributes.toArray(String[]::new));
  }
}
