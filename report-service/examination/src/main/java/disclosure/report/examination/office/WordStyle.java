package disclosure.report.examination.office;

import disclosure.report.examination.document.Budget;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a style of a WordprocessingML document says of the text that is written in it.
 *
 * @param raised whether it is set above or below the line
 * @param hidden whether it isn't shown, or struck out
 */
record WordStyle(boolean raised, boolean hidden) {

  static final WordStyle PLAIN = new WordStyle(false, false);

  private static final WordStyle NOTE = new WordStyle(true, false);
  private static final int MAX_STYLES = 5_000;
  private static final int MAX_BASES = 10;

  /** The document's styles by their names within it. */
  static Map<String, WordStyle> of(ZipParts parts, Budget budget) {
    Map<String, WordStyle> styles = new HashMap<>();
    Map<String, String> bases = new HashMap<>();
    parts.xml("word/styles.xml").ifPresent(xml -> gather(xml, styles, bases, budget));
    Map<String, WordStyle> all = new HashMap<>();
    for (Map.Entry<String, WordStyle> style : styles.entrySet()) {
      boolean raised = style.getValue().raised();
      boolean hidden = style.getValue().hidden();
      Optional<String> base = Optional.ofNullable(bases.get(style.getKey()));
      for (int i = 0; i < MAX_BASES && base.isPresent(); i++) {
        WordStyle below = styles.getOrDefault(base.get(), PLAIN);
        raised |= below.raised();
        hidden |= below.hidden();
        base = Optional.ofNullable(bases.get(base.get()));
      }
      all.put(style.getKey(), new WordStyle(raised, hidden));
    }
    all.putIfAbsent("FootnoteReference", NOTE);
    all.putIfAbsent("EndnoteReference", NOTE);
    return all;
  }

  private static void gather(
      XmlPart xml, Map<String, WordStyle> styles, Map<String, String> bases, Budget budget) {
    String id = "";
    for (XmlPart.Event next = xml.next(); next != XmlPart.Event.DONE; next = xml.next()) {
      if (next != XmlPart.Event.BEGIN) {
        continue;
      }
      if (xml.name().equals("style")) {
        budget.spend(50);
        id = xml.attribute("styleId");
        if (styles.size() < MAX_STYLES) {
          styles.putIfAbsent(id, PLAIN);
        }
      } else if (styles.containsKey(id)) {
        WordStyle style = styles.get(id);
        boolean raised =
            switch (xml.name()) {
              case "name" ->
                  xml.attribute("val").toLowerCase(Locale.ROOT).matches("(foot|end)note reference");
              case "vertAlign" -> !xml.attribute("val").equals("baseline");
              case "position" -> !xml.attribute("val").matches("|-?0+(?:pt)?");
              default -> false;
            };
        boolean hidden =
            switch (xml.name()) {
              case "vanish", "strike", "dstrike" -> xml.isOn();
              default -> false;
            };
        if (xml.name().equals("basedOn")) {
          bases.put(id, xml.attribute("val"));
        }
        styles.put(id, new WordStyle(style.raised() || raised, style.hidden() || hidden));
      }
    }
  }
}
