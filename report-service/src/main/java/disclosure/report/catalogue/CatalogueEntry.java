package disclosure.report.catalogue;

import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.form.Title;
import disclosure.report.publication.Digests;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A published report with what a directory of government information (政府信息公开目录) says of an entry.
 *
 * @param id which report
 * @param revision the one in force
 * @param digests of the frozen record
 * @param organName the organ's name at the end of the year
 * @param signedBy 发布机构: as the report is signed
 * @param summary 内容概述: how it begins, up to 200 characters
 * @param signedOn 生成日期（成文日期）
 * @param publishedAt 发布日期: when it was published first
 * @param correctedAt when the revision in force was, for a correction
 * @param forms its documents
 */
public record CatalogueEntry(
    ReportId id,
    int revision,
    Digests digests,
    String organName,
    String signedBy,
    Optional<String> summary,
    Optional<LocalDate> signedOn,
    Instant publishedAt,
    Optional<Instant> correctedAt,
    List<Form> forms) {

  /** 信息分类. */
  public static final String CATEGORY = "政府信息公开年报";

  /** 栏目类别, by the norm for government websites (政府网站网页标签规范). */
  public static final String TYPE = "信息公开";

  private static final int SUMMARY_LENGTH = 200;

  /**
   * A document without its bytes.
   *
   * @param signed whether there is a signature over it
   * @param stamped whether there is a time stamp over that
   */
  public record Form(
      String format, String mediaType, Digests digests, boolean signed, boolean stamped) {}

  /** A defensive copy is kept. */
  public CatalogueEntry {
    forms = List.copyOf(forms);
  }

  /** 索引号: the organ's code, the year, NB (年报), and the scope of a sum. */
  public String indexNumber() {
    return indexNumber(id);
  }

  /** The same of any report. */
  public static String indexNumber(ReportId id) {
    return id.organ().value()
        + "/"
        + id.year()
        + "-NB"
        + (id.scope() == ReportScope.OWN ? "" : "-" + id.scope());
  }

  /** 名称. */
  public String title() {
    return Title.of(organName, id.year(), id.scope());
  }

  /** How a text begins. */
  static Optional<String> summary(Optional<String> lead) {
    return lead.filter(text -> !text.isBlank())
        .map(
            text ->
                text.codePointCount(0, text.length()) <= SUMMARY_LENGTH
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, SUMMARY_LENGTH - 1)) + "…");
  }
}
