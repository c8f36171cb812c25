package disclosure.report.page;

import disclosure.edge.Concurrency;
import disclosure.edge.EntityTags;
import disclosure.edge.Fault;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import disclosure.edge.look.Field.Kind;
import disclosure.edge.look.Wording;
import disclosure.edge.page.PageLanguage;
import disclosure.edge.page.WebPages;
import disclosure.report.access.ReportIds;
import disclosure.report.catalogue.Catalogue;
import disclosure.report.catalogue.Catalogue.Wanted;
import disclosure.report.catalogue.CatalogueEntry;
import disclosure.report.catalogue.CatalogueKey;
import disclosure.report.content.ReportId;
import disclosure.report.document.DocumentFormat;
import disclosure.report.form.ScopeName;
import disclosure.report.page.ReportList.Row;
import disclosure.report.publication.Digests;
import disclosure.report.publication.Publication;
import disclosure.report.publication.Publications;
import disclosure.report.reading.PublishedDocuments;
import disclosure.report.signing.Proof;
import disclosure.requests.contract.OrganCode;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Uncompressed;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Published reports for everybody. All who come through one gateway have one address, so that an
 * address has as many places as there are.
 */
@Path(Addresses.PATH)
@Blocking
class PublishedResource {

  private static final String HTML = "text/html;charset=UTF-8";
  private static final String XML = "application/xml;charset=UTF-8";
  private static final String ATOM = "application/atom+xml;charset=UTF-8";
  private static final String TRY_AGAIN = "public, no-cache";
  private static final String AN_HOUR = "public, max-age=3600";
  private static final String ORGAN = "{organCode: [0-9A-Z]{18}}/{year: [0-9]{4}}";

  private static final int PAGE = 50;
  private static final int LONGEST_WORD = 100;
  private static final int MAX_REVISIONS = 50;
  private static final int FEED_LENGTH = 50;
  private static final int SITE_MAP_LENGTH = 10_000;
  private static final int READERS = 32;
  private static final int PROGRAMS = 4;

  private final Catalogue catalogue;
  private final Publications publications;
  private final PublishedDocuments documents;
  private final ReportIds ids;
  private final WebPages pages;

  PublishedResource(
      Catalogue catalogue,
      Publications publications,
      PublishedDocuments documents,
      ReportIds ids,
      WebPages pages) {
    this.catalogue = catalogue;
    this.publications = publications;
    this.documents = documents;
    this.ids = ids;
    this.pages = pages;
  }

  @GET
  @PermitAll
  @Produces(HTML)
  @Concurrency(perClient = READERS, total = READERS)
  @Operation(hidden = true)
  public Response list(
      @RestQuery Optional<String> year,
      @RestQuery Optional<String> find,
      @RestQuery Optional<String> organ,
      @RestQuery Optional<String> after,
      @Context Request request) {
    List<Integer> years = catalogue.years();
    try {
      Optional<OrganCode> one = Parameters.organCode("organ", filled(organ));
      Optional<Integer> on =
          one.isPresent()
              ? Optional.empty()
              : filled(year).map(ids::year).or(() -> years.stream().findFirst());
      Optional<String> words = Parameters.text("find", filled(find));
      Optional<ReportId> last = CatalogueKey.read("after", filled(after));
      List<CatalogueEntry> found =
          wanted(one, on, words)
              .map(wanted -> catalogue.list(wanted, last, PAGE + 1))
              .orElse(List.of());
      return page(
          request,
          Templates.published("", list(years, one, on, words.orElse(""), last, found, List.of())));
    } catch (Refusal refusal) {
      if (refusal.status() != 400) {
        throw refusal;
      }
      ReportList refused =
          list(
              years,
              Optional.empty(),
              Optional.empty(),
              find.orElse(""),
              Optional.empty(),
              List.of(),
              refusal.faults());
      return Response.status(400)
          .entity(Templates.published("", refused).render())
          .header(HttpHeaders.CACHE_CONTROL, TRY_AGAIN)
          .build();
    }
  }

  private static Optional<Wanted> wanted(
      Optional<OrganCode> organ, Optional<Integer> year, Optional<String> words) {
    return organ
        .<Wanted>map(Wanted.OfOrgan::new)
        .or(() -> year.map(on -> new Wanted.OfYear(on, words)));
  }

  private ReportList list(
      List<Integer> years,
      Optional<OrganCode> organ,
      Optional<Integer> year,
      String words,
      Optional<ReportId> after,
      List<CatalogueEntry> found,
      List<Fault> faults) {
    Field on =
        Field.of(Kind.CHOICE, "year", Wording.of("年份"), year.map(String::valueOf).orElse(""))
            .choosing(List.of(new Field.Group("", options(years, year))))
            .wrong(Errors.at("year", faults));
    Field find =
        Field.of(Kind.LINE, "find", Wording.of("查找行政机关"), words)
            .hinting(Wording.of("名称中的几个字，或者统一社会信用代码的开头"))
            .atMost(LONGEST_WORD)
            .wrong(Errors.at("find", faults));
    List<CatalogueEntry> shown = found.stream().limit(PAGE).toList();
    String title =
        organ
            .map(code -> shown.isEmpty() ? code.value() : shown.get(0).organName())
            .map(name -> Wording.of("%s政府信息公开工作年度报告", name))
            .or(() -> year.map(chosen -> Wording.of("%s年度政府信息公开工作年度报告", chosen)))
            .orElseGet(() -> Wording.of("政府信息公开工作年度报告"));
    return new ReportList(
        title,
        on,
        find,
        Errors.of(List.of(on, find), faults),
        shown.stream().map(PublishedResource::row).toList(),
        after.isEmpty(),
        found.size() > PAGE ? next(organ, year, words, shown.get(PAGE - 1).id()) : "",
        pages.url().isPresent() ? Addresses.FEED : "");
  }

  private static List<Field.Option> options(List<Integer> years, Optional<Integer> chosen) {
    return years.stream()
        .map(
            year ->
                new Field.Option(
                    year.toString(),
                    Wording.of("%s年", year),
                    chosen.filter(year::equals).isPresent()))
        .toList();
  }

  private static String next(
      Optional<OrganCode> organ, Optional<Integer> year, String words, ReportId last) {
    return organ
        .map(code -> Addresses.ofOrgan(code.value()) + "&after=" + CatalogueKey.of(last))
        .orElseGet(() -> Addresses.list(year, words, Optional.of(last)));
  }

  private static Row row(CatalogueEntry entry) {
    return new Row(
        entry.organName(),
        entry.title(),
        Addresses.of(entry.id()),
        Wording.of(ScopeName.of(entry.id().scope())),
        ReportPages.day(entry.publishedAt()),
        entry
            .correctedAt()
            .map(at -> Wording.of("%s，%s", Words.ofRevision(entry.revision()), ReportPages.day(at)))
            .orElse(""));
  }

  @GET
  @PermitAll
  @Path(ORGAN)
  @Produces(HTML)
  @Concurrency(perClient = READERS, total = READERS)
  @Operation(hidden = true)
  public Response report(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> revision,
      @Context Request request) {
    ReportId id = ids.of(organCode, year, filled(scope));
    CatalogueEntry entry =
        catalogue
            .list(new Wanted.OfOrgans(id.year(), List.of(id.organ())), Optional.empty(), 3)
            .stream()
            .filter(some -> some.id().equals(id))
            .findFirst()
            .orElseThrow(Refusal::notFound);
    Publication shown = publication(id, revision);
    return page(
        request,
        Templates.report(
            "",
            ReportPages.of(
                entry,
                shown,
                publications.documents(id, shown.revision()),
                publications.documentSizes(id, shown.revision()),
                publications.revisions(id, MAX_REVISIONS))));
  }

  /**
   * A document as it was published, or what proves it; not compressed, since the digests are of
   * these very bytes.
   */
  @GET
  @PermitAll
  @Path(ORGAN + "/report.{format}")
  @Uncompressed
  @Concurrency(perClient = READERS, total = READERS)
  @Operation(hidden = true)
  public Response document(
      @RestPath String organCode,
      @RestPath String year,
      @RestPath String format,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> revision,
      @Context Request request) {
    ReportId id = ids.of(organCode, year, filled(scope));
    Optional<Proof> proof = Proof.ending(format);
    int ending = proof.map(some -> some.ending().length()).orElse(0);
    DocumentFormat wanted =
        DocumentFormat.named(format.substring(0, format.length() - ending))
            .orElseThrow(Refusal::notFound);
    Publication published = publication(id, revision);
    return proof.isPresent()
        ? documents.proof(published, wanted, proof.get(), request)
        : documents.answer(published, wanted, request);
  }

  private Publication publication(ReportId id, Optional<String> revision) {
    return filled(revision)
        .map(number -> publications.named(id, number))
        .orElseGet(() -> publications.newest(id))
        .orElseThrow(Refusal::notFound);
  }

  @GET
  @PermitAll
  @Path("feed.xml")
  @Produces(ATOM)
  @Concurrency(perClient = PROGRAMS, total = PROGRAMS)
  @Operation(hidden = true)
  public Response feed(@Context Request request) {
    return tagged(
        request, Feeds.atom(site(), catalogue.newest(FEED_LENGTH)), "public, max-age=300");
  }

  @GET
  @PermitAll
  @Path("sitemap.xml")
  @Produces(XML)
  @Concurrency(perClient = PROGRAMS, total = PROGRAMS)
  @Operation(hidden = true)
  public Response siteMap(@RestQuery Optional<String> from, @Context Request request) {
    String site = site();
    return tagged(
        request,
        CatalogueKey.read("from", from)
            .map(first -> Feeds.siteMap(site, catalogue.from(first, SITE_MAP_LENGTH)))
            .orElseGet(() -> Feeds.siteMaps(site, catalogue.parts(SITE_MAP_LENGTH))),
        AN_HOUR);
  }

  /** Programs need whole addresses, and what a request calls the host is nobody's word. */
  private String site() {
    return pages.url().orElseThrow(Refusal::notFound);
  }

  private static Response page(Request request, TemplateInstance page) {
    return Response.fromResponse(tagged(request, page.render(), TRY_AGAIN))
        .header(HttpHeaders.VARY, PageLanguage.VARYING)
        .build();
  }

  private static Response tagged(Request request, String text, String caching) {
    EntityTag tag = new EntityTag(Digests.of(text.getBytes(StandardCharsets.UTF_8)).sha256(), true);
    return EntityTags.unchanged(request, tag)
        .orElseGet(() -> Response.ok(text))
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, caching)
        .build();
  }

  private static Optional<String> filled(Optional<String> text) {
    return text.map(String::strip).filter(given -> !given.isEmpty());
  }
}
