package disclosure.report.examination.page;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.NotReadable;
import disclosure.report.examination.document.PublishedDocument;
import disclosure.report.examination.office.XmlPart;
import disclosure.report.examination.office.ZipParts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The text of an OFD (GB/T 33190-2016), by where it stands and by the lines around it. */
public final class OfdReader {

  private static final String ENTRY = "OFD.xml";
  private static final int MAX_PAGES = 300;

  private final ZipParts parts;
  private final Budget budget;
  private final List<String> pages = new ArrayList<>();
  private final Map<String, String> templates = new HashMap<>();
  private String title = "";
  private String root = "";

  private OfdReader(ZipParts parts, Budget budget) {
    this.parts = parts;
    this.budget = budget;
  }

  /** Whether the package is an OFD. */
  public static boolean isOne(ZipParts parts) {
    return parts.has(ENTRY);
  }

  /**
   * Reads it.
   *
   * @throws NotReadable when it is broken, or has no text
   */
  public static PublishedDocument read(ZipParts parts, Budget budget) {
    OfdReader reader = new OfdReader(parts, budget);
    reader.entry();
    reader.document();
    PageLayout layout = new PageLayout(budget);
    for (String page : reader.pages) {
      PageMarks marks = new PageMarks(budget);
      reader.page(page, marks, true);
      layout.page(marks);
    }
    if (layout.blocks().isEmpty()) {
      throw new NotReadable(NotReadable.Reason.NO_TEXT);
    }
    return new PublishedDocument(reader.title, layout.blocks());
  }

  private void entry() {
    XmlPart xml = parts.xml(ENTRY).orElseThrow();
    for (XmlPart.Event next = xml.next(); next != XmlPart.Event.DONE; next = xml.next()) {
      if (next == XmlPart.Event.BEGIN) {
        if (xml.name().equals("Title") && title.isEmpty()) {
          title = xml.content().strip();
        } else if (xml.name().equals("DocRoot") && root.isEmpty()) {
          root = xml.content().strip();
        }
      }
    }
  }

  private void document() {
    Optional<XmlPart> document = parts.xml(root);
    if (document.isEmpty()) {
      throw new NotReadable(NotReadable.Reason.BROKEN);
    }
    XmlPart xml = document.get();
    for (XmlPart.Event next = xml.next(); next != XmlPart.Event.DONE; next = xml.next()) {
      if (next == XmlPart.Event.BEGIN) {
        if (xml.name().equals("Page")) {
          pages.add(path(xml.attribute("BaseLoc")));
        } else if (xml.name().equals("TemplatePage")) {
          templates.put(xml.attribute("ID"), path(xml.attribute("BaseLoc")));
        }
      }
    }
    if (pages.size() > MAX_PAGES) {
      throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
    }
  }

  private String path(String location) {
    return location.startsWith("/")
        ? location.substring(1)
        : root.substring(0, root.lastIndexOf('/') + 1) + location;
  }

  private void page(String path, PageMarks marks, boolean withTemplate) {
    Optional<XmlPart> part = parts.xml(path);
    if (part.isEmpty()) {
      return;
    }
    XmlPart xml = part.get();
    for (XmlPart.Event next = xml.next(); next != XmlPart.Event.DONE; next = xml.next()) {
      if (next == XmlPart.Event.BEGIN) {
        switch (xml.name()) {
          case "TextObject" -> OfdObjects.text(xml, marks, budget);
          case "PathObject" -> OfdObjects.path(xml, marks, budget);
          case "Template" -> {
            String template = templates.get(xml.attribute("TemplateID"));
            if (withTemplate && template != null) {
              page(template, marks, false);
            }
          }
          default -> {
            // Layers and blocks only hold others.
          }
        }
      }
    }
  }
}
