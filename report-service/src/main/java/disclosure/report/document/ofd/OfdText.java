package disclosure.report.document.ofd;

import disclosure.report.document.part.Xml;
import java.util.ArrayList;
import java.util.List;

/**
 * Characters of one font on one line.
 *
 * @param font the font
 * @param size the font's size in millimetres
 * @param colour red, green and blue from 0 to 255
 * @param x where the first character begins
 * @param y the base line
 * @param width from the first character's beginning to the last one's end
 * @param codePoints the characters
 * @param steps how far each character begins from the one before; one fewer than characters
 */
record OfdText(
    OfdFont font,
    double size,
    String colour,
    double x,
    double y,
    double width,
    List<Integer> codePoints,
    List<Double> steps)
    implements OfdObject {

  private static final double ASCENT = 1.16;
  private static final double HEIGHT = 1.46;
  static final String BLACK = "0 0 0";

  OfdText {
    codePoints = List.copyOf(codePoints);
    steps = List.copyOf(steps);
  }

  @Override
  public void write(Xml xml, String id) {
    double ascent = size * ASCENT;
    xml.element(
        "ofd:TextObject",
        () -> {
          if (!colour.equals(BLACK)) {
            xml.empty("ofd:FillColor", "Value", colour);
          }
          glyphs(xml);
          StringBuilder text = new StringBuilder();
          codePoints.forEach(text::appendCodePoint);
          List<String> attributes = new ArrayList<>(List.of("X", "0", "Y", OfdNumber.of(ascent)));
          if (!steps.isEmpty()) {
            attributes.addAll(List.of("DeltaX", deltas()));
          }
          xml.textElement("ofd:TextCode", text.toString(), attributes.toArray(String[]::new));
        },
        "ID",
        id,
        "Boundary",
        OfdNumber.of(x, y - ascent, width, size * HEIGHT),
        "Font",
        font.id(),
        "Size",
        OfdNumber.of(size));
  }

  /**
   * A character that the font's character map can't name stands alone, by its glyph. Readers count
   * codes in units of UTF-16, of which such a character has two.
   */
  private void glyphs(Xml xml) {
    if (codePoints.size() == 1 && OfdFont.isBeyondTheMap(codePoints.get(0))) {
      xml.element(
          "ofd:CGTransform",
          () -> xml.textElement("ofd:Glyphs", Integer.toString(font.glyph(codePoints.get(0)))),
          "CodePosition",
          "0",
          "CodeCount",
          "2",
          "GlyphCount",
          "1");
    }
  }

  /** Equal steps in a row are written as their number and one of them. */
  private String deltas() {
    StringBuilder text = new StringBuilder();
    List<String> numbers = steps.stream().map(step -> OfdNumber.of(step.doubleValue())).toList();
    for (int from = 0; from < numbers.size(); ) {
      String step = numbers.get(from);
      int to = from + 1;
      while (to < numbers.size() && numbers.get(to).equals(step)) {
        to++;
      }
      text.append(text.length() > 0 ? " " : "");
      text.append(to - from > 1 ? "g " + (to - from) + " " + step : step);
      from = to;
    }
    return text.toString();
  }
}
