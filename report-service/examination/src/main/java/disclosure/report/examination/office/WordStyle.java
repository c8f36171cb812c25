package disclosure.report.examination.office;

import disclosure.report.examination.document.Budget;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a style of a WordprocessingML document says of the text that is written in it.
 *
 * @param raised whether it is set above or below the line
 * @param hiding by the properties' names, whether each hides it or strikes it out; what isn't said
 *     is as in the style that this one rests on
 */
record WordStyle(boolean raised, Map<String, Boolean> hiding) {

  static final WordStyle PLAIN = new WordStyle(false, Map.of());

  private static final WordStyle NOTE = new WordStyle(true, Map.of());
  private static final int MAX_STYLES = 5_000;
  private static final int MAX_BASES = 10;

  WordStyle {
    hiding = Map.copyOf(hiding);
  }

  /** Which properties hide it. */
  Set<String> hidden() {
    Set<String> hidden = new HashSet<>(hiding.keySet());
    hidden.removeIf(property -> !hiding.get(property));
    return Set.copyOf(hidden);
  }

  /** The document's styles by their names within it. */
  static Map<String, WordStyle> of(ZipParts parts, Budget budget) {
    Map<String, WordStyle> styles = new HashMap<>();
    Map<String, String> bases = new HashMap<>();
    parts.xml("word/styles.xml").ifPresent(xml -> gather(xml, styles, bases, budget));
    Map<String, WordStyle> all = new HashMap<>();
    for (Map.Entry<String, WordStyle> style : styles.entrySet()) {
      boolean raised = style.getValue().raised();
      Map<String, Boolean> hiding = new HashMap<>(style.getValue().hiding());
      Optional<String> base = Optional.ofNullable(bases.get(style.getKey()));
      for (int i = 0; i < MAX_BASES && base.isPresent(); i++) {
        WordStyle below = styles.getOrDefault(base.get(), PLAIN);
        raised |= below.raised();
        below.hiding().forEach(hiding::putIfAbsent);
        base = Optional.ofNullable(bases.get(base.get()));
      }
      all.put(style.getKey(), new WordStyle(raised, hiding));
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
      if (xml.isFormer()) {
        xml.skip();
      } else if (xml.name().equals("style")) {
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
        Map<String, Boolean> hiding = new HashMap<>(style.hiding());
        switch (xml.name()) {
          case "vanish", "strike", "dstrike" -> hiding.put(xml.name(), xml.isOn());
          default -> {
            // Hides nothing.
          }
        }
        if (xml.name().equals("basedOn")) {
          bases.put(id, xml.attribute("val"));
        }
        styles.put(id, new WordStyle(style.raised() || raised, hiding));
      }
    }
  }
}
