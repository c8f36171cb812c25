package disclosure.report.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.report.content.ReportScope;
import disclosure.report.publication.Digests;
import disclosure.requests.contract.OrganCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A published report in the catalogue, with what a directory of government information (政府信息公开目录)
 * says of an entry.
 *
 * @param summary 内容概述: how the report begins, up to 200 characters
 * @param writtenOn 生成日期（成文日期）; absent when the report states none
 * @param publishedAt 发布日期: when it was published first
 * @param correctedAt 更正日期: when the revision in force was; absent for the first
 * @param scope over which organs it is
 * @param digests of the frozen record, which they prove unchanged
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CataloguedReport(
    @Schema(description = "索引号: the organ's code, the year, NB (年报), and the scope of a sum")
        String indexNumber,
    @Schema(description = "名称", examples = "临县人民政府办公室2024年政府信息公开工作年度报告") String name,
    @Schema(description = "信息分类", examples = "政府信息公开年报") String category,
    OrganCode organCode,
    @Schema(description = "the organ's name at the end of the year") String organName,
    @Schema(description = "发布机构: as the report is signed") String publisher,
    Optional<String> summary,
    Optional<LocalDate> writtenOn,
    Instant publishedAt,
    Optional<Instant> correctedAt,
    @Schema(description = "the year reported on") int year,
    ReportScope scope,
    @Schema(description = "the revision in force") int revision,
    Digests digests,
    @Schema(description = "where the report is as JSON") String report,
    List<CataloguedDocument> documents) {

  static final String CATEGORY = "政府信息公开年报";

  private static final int SUMMARY_LENGTH = 200;

  /** How a text begins. */
  static Optional<String> summary(Optional<String> lead) {
    return lead.filter(text -> !text.isBlank())
        .map(
            text ->
                text.codePointCount(0, text.length()) <= SUMMARY_LENGTH
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, SUMMARY_LENGTH - 1)) + "…");
  }

  /**
   * One of its forms.
   *
   * @param document where it is
   */
  record CataloguedDocument(
      @Schema(examples = "pdf") String format,
      @Schema(examples = "application/pdf") String mediaType,
      String document,
      Digests digests) {}
}
