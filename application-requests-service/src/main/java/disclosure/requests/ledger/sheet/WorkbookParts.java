package disclosure.requests.ledger.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Where the parts of a workbook are, and what all its sheets share. */
final class WorkbookParts {

  private static final String USUAL = "xl/workbook.xml";

  /** As many as a spreadsheet writes. */
  private static final int MAX_STYLES = 65_536;

  private final ZipFile zip;
  private final List<SheetPart> sheets = new ArrayList<>();
  private final List<String> strings = new ArrayList<>();
  private final List<NumberFormat> formats = new ArrayList<>();
  private boolean from1904;

  private WorkbookParts(ZipFile zip) {
    this.zip = zip;
  }

  /**
   * A sheet.
   *
   * @param hidden whether its reader is not to see it
   */
  record SheetPart(String name, boolean hidden, String path) {}

  static WorkbookParts of(ZipFile zip) throws IOException, XMLStreamException {
    WorkbookParts parts = new WorkbookParts(zip);
    String workbook = parts.workbook();
    Map<String, String> byId = new HashMap<>();
    for (Relation relation : parts.relations(workbook)) {
      byId.put(relation.id(), relation.path());
      if (relation.type().endsWith("/sharedStrings")) {
        parts.readStrings(relation.path());
      } else if (relation.type().endsWith("/styles")) {
        parts.readStyles(relation.path());
      }
    }
    parts.readSheets(workbook, byId);
    return parts;
  }

  List<SheetPart> sheets() {
    return sheets;
  }

  boolean isFrom1904() {
    return from1904;
  }

  String string(int number) {
    return strings.get(number);
  }

  NumberFormat format(String style) {
    int number = style.isEmpty() ? -1 : Integer.parseInt(style);
    return number >= 0 && number < formats.size() ? formats.get(number) : NumberFormat.PLAIN;
  }

  /** What a part holds; programs don't all keep to upper and lower case in its name. */
  InputStream open(String path) throws IOException {
    ZipArchiveEntry entry = zip.getEntry(path);
    if (entry == null) {
      entry =
          Collections.list(zip.getEntries()).stream()
              .filter(other -> other.getName().equalsIgnoreCase(path))
              .findFirst()
              .orElseThrow(() -> new IOException("no such part"));
    }
    return zip.getInputStream(entry);
  }

  private record Relation(String id, String type, String path) {}

  private String workbook() throws IOException, XMLStreamException {
    Optional<Relation> named =
        relations("").stream()
            .filter(relation -> relation.type().endsWith("/officeDocument"))
            .findFirst();
    return named.map(Relation::path).orElse(USUAL);
  }

  private List<Relation> relations(String part) throws IOException, XMLStreamException {
    int name = part.lastIndexOf('/') + 1;
    String path = part.substring(0, name) + "_rels/" + part.substring(name) + ".rels";
    List<Relation> relations = new ArrayList<>();
    if (part.isEmpty() && zip.getEntry(path) == null) {
      return relations;
    }
    try (InputStream content = open(path)) {
      Xml xml = new Xml(content);
      while (xml.begin()) {
        if (xml.name().equals("Relationship") && !xml.attribute("TargetMode").equals("External")) {
          String target = URI.create("/" + part).resolve(xml.attribute("Target")).getPath();
          relations.add(
              new Relation(xml.attribute("Id"), xml.attribute("Type"), target.substring(1)));
        }
      }
    }
    return relations;
  }

  private void readSheets(String workbook, Map<String, String> byId)
      throws IOException, XMLStreamException {
    try (InputStream content = open(workbook)) {
      Xml xml = new Xml(content);
      Set<String> taken = new HashSet<>();
      while (xml.begin()) {
        if (xml.name().equals("workbookPr")) {
          from1904 = xml.isSet("date1904");
        } else if (xml.name().equals("sheet")) {
          boolean hidden = xml.attribute("state").toLowerCase(Locale.ROOT).endsWith("hidden");
          String path = byId.getOrDefault(xml.attribute("id"), "");
          if (!path.isEmpty() && !taken.add(path.toLowerCase(Locale.ROOT))) {
            // The part would be read for each of them, and counts once towards what a file may be.
            throw new IOException("two sheets in one part");
          }
          sheets.add(new SheetPart(xml.attribute("name"), hidden, path));
        }
      }
    }
  }

  private void readStrings(String path) throws IOException, XMLStreamException {
    try (InputStream content = open(path)) {
      Xml xml = new Xml(content);
      while (xml.begin()) {
        if (xml.name().equals("si")) {
          strings.add(xml.text());
        }
      }
    }
  }

  private void readStyles(String path) throws IOException, XMLStreamException {
    Map<Integer, String> custom = new HashMap<>();
    try (InputStream content = open(path)) {
      Xml xml = new Xml(content);
      while (xml.begin()) {
        if (xml.name().equals("numFmt") && custom.size() < MAX_STYLES) {
          custom.put(Integer.valueOf(xml.attribute("numFmtId")), xml.attribute("formatCode"));
        } else if (xml.name().equals("cellXfs")) {
          while (xml.beginWithin("cellXfs")) {
            if (xml.name().equals("xf") && formats.size() < MAX_STYLES) {
              String id = xml.attribute("numFmtId");
              formats.add(NumberFormat.of(id.isEmpty() ? 0 : Integer.parseInt(id), custom));
            }
          }
        }
      }
    }
  }
}
