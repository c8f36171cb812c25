package disclosure.report.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.edge.Links;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.publication.Digests;
import disclosure.requests.contract.OrganCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

  /** An entry with its addresses. */
  static CataloguedReport of(CatalogueEntry entry, Links links) {
    ReportId id = entry.id();
    String scope = id.scope() == ReportScope.OWN ? "" : "scope=" + id.scope();
    String path = "/reports/" + id.organ().value() + "/" + id.year();
    Function<String, String> document =
        part ->
            links.to(
                path + "/document" + part + "?" + (scope.isEmpty() ? "" : scope + "&") + "format=");
    return new CataloguedReport(
        entry.indexNumber(),
        entry.title(),
        CatalogueEntry.CATEGORY,
        id.organ(),
        entry.organName(),
        entry.signedBy(),
        entry.summary(),
        entry.signedOn(),
        entry.publishedAt(),
        entry.correctedAt(),
        id.year(),
        id.scope(),
        entry.revision(),
        entry.digests(),
        links.to(scope.isEmpty() ? path : path + "?" + scope),
        entry.forms().stream()
            .map(
                form ->
                    new CataloguedDocument(
                        form.format(),
                        form.mediaType(),
                        document.apply("") + form.format(),
                        form.digests(),
                        where(form.signed(), document.apply("/signature") + form.format()),
                        where(
                            form.signed(),
                            document.apply("/signature/certificate") + form.format()),
                        where(
                            form.stamped(),
                            document.apply("/signature/time-stamp") + form.format())))
            .toList());
  }

  private static Optional<String> where(boolean there, String address) {
    return there ? Optional.of(address) : Optional.empty();
  }

  /**
   * One of its forms.
   *
   * @param document where it is
   * @param signature where the signature over it is; absent until it is signed
   * @param certificate where the signer's certificate is
   * @param timeStamp where the time stamp over the signature is; absent until there is one
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record CataloguedDocument(
      @Schema(examples = "pdf") String format,
      @Schema(examples = "application/pdf") String mediaType,
      String document,
      Digests digests,
      Optional<String> signature,
      Optional<String> certificate,
      Optional<String> timeStamp) {}
}
