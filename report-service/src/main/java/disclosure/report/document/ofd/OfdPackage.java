package disclosure.report.document.ofd;

import disclosure.report.document.part.Package;
import disclosure.report.document.part.Xml;
import disclosure.report.form.AnnualReport;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The parts of an OFD: the entry, the document, its pages, its fonts. */
final class OfdPackage {

  /** A page with its size in millimetres. */
  record PlacedPage(String id, double width, double height, List<OfdObject> objects) {}

  /** A place in the outline. */
  record Mark(String title, String page) {}

  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String[] NAMESPACE = {"xmlns:ofd", "http://www.ofdspec.org/2016"};

  private final OfdIds ids;
  private final List<PlacedPage> pages;
  private final Collection<OfdFont> fonts;
  private final List<Mark> outline;

  OfdPackage(OfdIds ids, List<PlacedPage> pages, Collection<OfdFont> fonts, List<Mark> outline) {
    this.ids = ids;
    this.pages = List.copyOf(pages);
    this.fonts = fonts;
    this.outline = List.copyOf(outline);
  }

  byte[] bytes(AnnualReport report) {
    Package parts = new Package().part("OFD.xml", entry(report));
    fonts.forEach(font -> parts.part("Doc_0/Res/" + file(font), font.subset()));
    for (int page = 0; page < pages.size(); page++) {
      parts.part("Doc_0/" + location(page), page(pages.get(page)));
    }
    return parts
        .part("Doc_0/PublicRes.xml", resources())
        .part("Doc_0/Document.xml", document())
        .bytes();
  }

  private static String entry(AnnualReport report) {
    String identifier =
        UUID.nameUUIDFromBytes((report.title() + report.dated()).getBytes(StandardCharsets.UTF_8))
            .toString()
            .replace("-", "");
    return root(
        "ofd:OFD",
        xml ->
            xml.element(
                "ofd:DocBody",
                () ->
                    xml.element(
                            "ofd:DocInfo",
                            () ->
                                xml.textElement("ofd:DocID", identifier)
                                    .textElement("ofd:Title", report.title())
                                    .textElement("ofd:Author", report.organName())
                                    .textElement("ofd:CreationDate", report.dated().toString()))
                        .textElement("ofd:DocRoot", "Doc_0/Document.xml")),
        "Version",
        "1.0",
        "DocType",
        "OFD");
  }

  private String document() {
    return root(
        "ofd:Document",
        xml -> {
          xml.element(
              "ofd:CommonData",
              () ->
                  xml.textElement("ofd:MaxUnitID", ids.last())
                      .element("ofd:PageArea", () -> box(xml, pages.get(0)))
                      .textElement("ofd:PublicRes", "PublicRes.xml"));
          xml.element(
              "ofd:Pages",
              () -> {
                for (int page = 0; page < pages.size(); page++) {
                  xml.empty("ofd:Page", "ID", pages.get(page).id(), "BaseLoc", location(page));
                }
              });
          xml.element("ofd:Outlines", () -> outline.forEach(mark -> mark(xml, mark)));
        });
  }

  private static void mark(Xml xml, Mark mark) {
    xml.element(
        "ofd:OutlineElem",
        () ->
            xml.element(
                "ofd:Actions",
                () ->
                    xml.element(
                        "ofd:Action",
                        () ->
                            xml.element(
                                "ofd:Goto",
                                () -> xml.empty("ofd:Dest", "Type", "Fit", "PageID", mark.page())),
                        "Event",
                        "CLICK")),
        "Title",
        mark.title());
  }

  private String resources() {
    return root(
        "ofd:Res",
        xml ->
            xml.element(
                "ofd:Fonts",
                () ->
                    fonts.forEach(
                        font ->
                            xml.element(
                                "ofd:Font",
                                () -> xml.textElement("ofd:FontFile", file(font)),
                                "ID",
                                font.id(),
                                "FontName",
                                font.name(),
                                "FamilyName",
                                font.name().replaceFirst("-.*", ""),
                                "Charset",
                                "unicode"))),
        "BaseLoc",
        "Res");
  }

  private String page(PlacedPage page) {
    return root(
        "ofd:Page",
        xml ->
            xml.element("ofd:Area", () -> box(xml, page))
                .element(
                    "ofd:Content",
                    () ->
                        xml.element(
                            "ofd:Layer",
                            () -> page.objects().forEach(object -> object.write(xml, ids.next())),
                            "Type",
                            "Body",
                            "ID",
                            ids.next())));
  }

  private static void box(Xml xml, PlacedPage page) {
    xml.textElement("ofd:PhysicalBox", OfdNumber.of(0, 0, page.width(), page.height()));
  }

  private interface RootContent {
    void write(Xml xml);
  }

  private static String root(String name, RootContent content, String... attributes) {
    Xml xml = new Xml(DECLARATION);
    String[] all = new String[NAMESPACE.length + attributes.length];
    System.arraycopy(NAMESPACE, 0, all, 0, NAMESPACE.length);
    System.arraycopy(attributes, 0, all, NAMESPACE.length, attributes.length);
    return xml.element(name, () -> content.write(xml), all).toString();
  }

  private static String file(OfdFont font) {
    return "font_" + font.id() + ".ttf";
  }

  private static String location(int page) {
    return "Pages/Page_" + page + "/Content.xml";
  }
}
