package disclosure.report.page;

import disclosure.report.catalogue.CatalogueKey;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/** Where the pages of published reports are. */
final class Addresses {

  static final String PATH = "/published";
  static final String FEED = PATH + "/feed.xml";
  private static final String SITE_MAP = PATH + "/sitemap.xml";

  private Addresses() {}

  /** The page of a report. */
  static String of(ReportId id) {
    return of(id, "", OptionalInt.empty());
  }

  /** The page of one of its revisions. */
  static String of(ReportId id, int revision) {
    return of(id, "", OptionalInt.of(revision));
  }

  /** One of its documents, or what proves it, by the ending of the file. */
  static String of(ReportId id, String format, OptionalInt revision) {
    String path = PATH + "/" + id.organ().value() + "/" + id.year();
    String file = format.isEmpty() ? "" : "/report." + format;
    return path + file + parameters(id.scope(), revision);
  }

  private static String parameters(ReportScope scope, OptionalInt revision) {
    String over = scope == ReportScope.OWN ? "" : "scope=" + scope;
    String of = revision.isPresent() ? "revision=" + revision.getAsInt() : "";
    String both = over + (over.isEmpty() || of.isEmpty() ? "" : "&") + of;
    return both.isEmpty() ? "" : "?" + both;
  }

  /** All reports of an organ. */
  static String ofOrgan(String organCode) {
    return PATH + "?organ=" + organCode;
  }

  /** A part of a list. */
  static String list(Optional<Integer> year, String find, Optional<ReportId> after) {
    return PATH
        + "?"
        + year.map(on -> "year=" + on).orElse("")
        + (find.isEmpty() ? "" : "&find=" + URLEncoder.encode(find, StandardCharsets.UTF_8))
        + after.map(last -> "&after=" + CatalogueKey.of(last)).orElse("");
  }

  /** A part of the site map. */
  static String siteMap(ReportId first) {
    return SITE_MAP + "?from=" + CatalogueKey.of(first);
  }
}
