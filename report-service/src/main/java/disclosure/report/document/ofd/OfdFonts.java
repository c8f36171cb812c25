package disclosure.report.document.ofd;

import disclosure.report.document.print.Fonts;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** The fonts that a document uses, in the order in which it comes upon them. */
final class OfdFonts {

  private static final String SUBSET_PREFIX = "^[A-Z]{6}\\+";

  private final Fonts fonts;
  private final OfdIds ids;
  private final Map<String, OfdFont> used = new LinkedHashMap<>();
  private final Map<PDFont, OfdFont> known = new IdentityHashMap<>();

  OfdFonts(Fonts fonts, OfdIds ids) {
    this.fonts = fonts;
    this.ids = ids;
  }

  /** The font whose subset the PDF holds. */
  OfdFont of(PDFont embedded) {
    return known.computeIfAbsent(
        embedded, font -> named(font.getName().replaceFirst(SUBSET_PREFIX, "")));
  }

  private OfdFont named(String name) {
    return used.computeIfAbsent(name, unused -> new OfdFont(ids.next(), name, fonts.named(name)));
  }

  Collection<OfdFont> used() {
    return used.values();
  }
}
