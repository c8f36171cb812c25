package disclosure.report.page;

import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Wording;
import disclosure.report.catalogue.CatalogueEntry;
import disclosure.report.content.ReportId;
import disclosure.report.document.DocumentFormat;
import disclosure.report.document.FormatName;
import disclosure.report.document.print.HtmlDocument;
import disclosure.report.form.ScopeName;
import disclosure.report.page.ReportPage.Change;
import disclosure.report.page.ReportPage.Fact;
import disclosure.report.page.ReportPage.FormLink;
import disclosure.report.page.ReportPage.Head;
import disclosure.report.page.ReportPage.Notice;
import disclosure.report.page.ReportPage.ProofLink;
import disclosure.report.page.ReportPage.RevisionRow;
import disclosure.report.publication.ChangedFigure;
import disclosure.report.publication.FrozenDocument;
import disclosure.report.publication.Publication;
import disclosure.report.publication.RevisionSummary;
import disclosure.report.signing.Proof;
import io.quarkus.qute.RawString;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the page of a revision together. */
final class ReportPages {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter PUBLISHED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(CHINA);

  private static final int KILOBYTE = 1024;
  private static final int MEGABYTE = KILOBYTE * KILOBYTE;

  private ReportPages() {}

  /**
   * The page.
   *
   * @param entry what the catalogue says of the revision in force
   * @param shown the revision on the page
   * @param documents its documents
   * @param sizes how many bytes each has, by its format
   * @param revisions all of them, the newest first
   */
  static ReportPage of(
      CatalogueEntry entry,
      Publication shown,
      List<FrozenDocument> documents,
      Map<String, Integer> sizes,
      List<RevisionSummary> revisions) {
    ReportId id = entry.id();
    boolean inForce = shown.revision() == entry.revision();
    return new ReportPage(
        shown.report().printed().title(),
        new Head(
            PUBLISHED.format(entry.publishedAt()),
            entry.signedBy(),
            entry.summary().orElse(""),
            CatalogueEntry.CATEGORY,
            CatalogueEntry.TYPE,
            inForce),
        facts(entry, shown),
        notices(entry, shown),
        forms(id, shown, documents, sizes),
        new RawString(HtmlDocument.fragment(shown.report().printed())),
        revisions.stream()
            .map(revision -> row(id, revision, revision.revision() == shown.revision()))
            .toList(),
        Addresses.ofOrgan(id.organ().value()));
  }

  private static List<Fact> facts(CatalogueEntry entry, Publication shown) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(Wording.of("索引号"), entry.indexNumber()));
    facts.add(new Fact(Wording.of("信息分类"), CatalogueEntry.CATEGORY));
    facts.add(new Fact(Wording.of("发布机构"), shown.report().content().signedBy()));
    shown
        .report()
        .content()
        .signedOn()
        .ifPresent(day -> facts.add(new Fact(Wording.of("成文日期"), ChineseDates.of(day))));
    facts.add(new Fact(Wording.of("发布日期"), day(entry.publishedAt())));
    if (shown.revision() > 1) {
      facts.add(new Fact(Wording.of("更正日期"), day(shown.publishedAt())));
    }
    facts.add(new Fact(Wording.of("统计范围"), Wording.of(ScopeName.of(entry.id().scope()))));
    return facts;
  }

  private static List<Notice> notices(CatalogueEntry entry, Publication shown) {
    List<Notice> notices = new ArrayList<>();
    if (shown.revision() < entry.revision()) {
      notices.add(
          new Notice(
              Wording.of(
                  "本页为%s的版本，已由%s的版本替代。",
                  Words.ofRevision(shown.revision()), Words.ofRevision(entry.revision())),
              Addresses.of(entry.id()),
              Wording.of("查看现行版本")));
    }
    shown
        .reason()
        .ifPresent(
            reason ->
                notices.add(
                    new Notice(
                        Wording.of(
                            "本报告于%s更正（%s）。更正原因：%s",
                            day(shown.publishedAt()), Words.ofRevision(shown.revision()), reason),
                        "",
                        "")));
    return notices;
  }

  /** What is wanted most comes first. */
  private static List<FormLink> forms(
      ReportId id, Publication shown, List<FrozenDocument> documents, Map<String, Integer> sizes) {
    return FormatName.ORDER.stream()
        .flatMap(
            format ->
                documents.stream()
                    .filter(document -> document.format().equals(format.extension()))
                    .map(
                        document ->
                            form(
                                id,
                                shown,
                                format,
                                document,
                                sizes.getOrDefault(document.format(), 0))))
        .toList();
  }

  private static FormLink form(
      ReportId id, Publication shown, DocumentFormat format, FrozenDocument document, int bytes) {
    return new FormLink(
        Wording.of(FormatName.of(format)),
        Wording.of(FormatName.purpose(format)),
        size(bytes),
        Addresses.of(id, document.format(), OptionalInt.of(shown.revision())),
        document.digests().sha256(),
        proofs(id, shown, document),
        document.signedAt().map(ReportPages::minute).orElse(""),
        document.stampedAt().map(ReportPages::minute).orElse(""));
  }

  private static List<ProofLink> proofs(ReportId id, Publication shown, FrozenDocument document) {
    List<ProofLink> links = new ArrayList<>();
    if (document.signature().isPresent()) {
      links.add(proof(id, shown, document, Wording.of("签名"), Proof.SIGNATURE));
      links.add(proof(id, shown, document, Wording.of("证书"), Proof.CERTIFICATE));
    }
    if (document.stampedAt().isPresent()) {
      links.add(proof(id, shown, document, Wording.of("时间戳"), Proof.TIME_STAMP));
    }
    return links;
  }

  private static ProofLink proof(
      ReportId id, Publication shown, FrozenDocument document, String label, Proof proof) {
    return new ProofLink(
        label,
        Addresses.of(id, document.format() + proof.ending(), OptionalInt.of(shown.revision())));
  }

  private static String minute(Instant moment) {
    return PUBLISHED.format(moment);
  }

  /** As file managers write it. */
  static String size(int bytes) {
    return bytes < MEGABYTE
        ? Math.max(1, Math.round(bytes / (double) KILOBYTE)) + " KB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / (double) MEGABYTE);
  }

  private static RevisionRow row(ReportId id, RevisionSummary revision, boolean shown) {
    return new RevisionRow(
        Words.ofRevision(revision.revision()),
        day(revision.publishedAt()),
        revision.reason().orElse(""),
        Addresses.of(id, revision.revision()),
        shown,
        revision.changed().stream().map(ReportPages::change).toList());
  }

  private static Change change(ChangedFigure figure) {
    return new Change(
        figure.table(),
        Stream.concat(figure.row().stream(), figure.column().stream())
            .collect(Collectors.joining("，")),
        plain(figure.before()),
        plain(figure.after()));
  }

  private static String plain(BigDecimal figure) {
    return figure.toPlainString();
  }

  static String day(Instant moment) {
    return ChineseDates.of(moment.atZone(CHINA).toLocalDate());
  }
}
