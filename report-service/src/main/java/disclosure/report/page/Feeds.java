package disclosure.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import disclosure.report.catalogue.CatalogueEntry;
import disclosure.report.content.ReportId;
import disclosure.report.document.part.Xml;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is published, for programs that follow it: an Atom feed (RFC 4287) and site maps. */
final class Feeds {

  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String SITE_MAPS = "http://www.sitemaps.org/schemas/sitemap/0.9";

  private Feeds() {}

  /**
   * The feed.
   *
   * @param site what addresses begin with
   */
  static String atom(String site, List<CatalogueEntry> newest) {
    Xml xml = new Xml(DECLARATION);
    xml.element(
        "feed",
        () -> {
          xml.textElement("id", site + Addresses.FEED)
              .textElement("title", "政府信息公开工作年度报告")
              .textElement(
                  "updated",
                  newest.stream().findFirst().map(Feeds::updated).orElse(Instant.EPOCH).toString())
              .empty("link", "rel", "self", "href", site + Addresses.FEED)
              .empty("link", "rel", "alternate", "href", site + Addresses.PATH);
          newest.forEach(entry -> xml.element("entry", () -> entry(xml, site, entry)));
        },
        "xmlns",
        "http://www.w3.org/2005/Atom",
        "xml:lang",
        "zh-CN");
    return xml.toString();
  }

  private static void entry(Xml xml, String site, CatalogueEntry entry) {
    xml.textElement("id", "urn:uuid:" + UUID.nameUUIDFromBytes(entry.indexNumber().getBytes(UTF_8)))
        .textElement(
            "title",
            entry.title() + entry.correctedAt().map(at -> "（" + corrected(entry) + "）").orElse(""))
        .textElement("published", entry.publishedAt().toString())
        .textElement("updated", updated(entry).toString())
        .element("author", () -> xml.textElement("name", entry.signedBy()))
        .empty("category", "term", CatalogueEntry.CATEGORY)
        .empty("link", "rel", "alternate", "href", site + Addresses.of(entry.id()));
    entry.summary().ifPresent(summary -> xml.textElement("summary", summary));
  }

  private static String corrected(CatalogueEntry entry) {
    return Words.ofCorrection(entry.revision());
  }

  private static Instant updated(CatalogueEntry entry) {
    return entry.correctedAt().orElse(entry.publishedAt());
  }

  /** Where the parts of the site map are. */
  static String siteMaps(String site, List<ReportId> firsts) {
    Xml xml = new Xml(DECLARATION);
    xml.element(
        "sitemapindex",
        () ->
            firsts.forEach(
                first ->
                    xml.element(
                        "sitemap", () -> xml.textElement("loc", site + Addresses.siteMap(first)))),
        "xmlns",
        SITE_MAPS);
    return xml.toString();
  }

  /** A part of it. */
  static String siteMap(String site, List<ReportId> reports) {
    Xml xml = new Xml(DECLARATION);
    xml.element(
        "urlset",
        () ->
            reports.forEach(
                report ->
                    xml.element("url", () -> xml.textElement("loc", site + Addresses.of(report)))),
        "xmlns",
        SITE_MAPS);
    return xml.toString();
  }
}
