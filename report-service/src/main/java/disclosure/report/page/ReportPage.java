package disclosure.report.page;

import io.quarkus.qute.RawString;
import java.util.List;

/**
 * A revision of a published report.
 *
 * @param title the report's title
 * @param head what search engines and the portals of governments read
 * @param facts what a directory of government information says of it
 * @param notices that it was corrected, or replaced
 * @param forms its documents
 * @param body the report itself
 * @param revisions all revisions, the newest first
 * @param organ all reports of the organ
 */
public record ReportPage(
    String title,
    Head head,
    List<Fact> facts,
    List<Notice> notices,
    List<FormLink> forms,
    RawString body,
    List<RevisionRow> revisions,
    String organ) {

  /**
   * What stands in the page's head (政府网站网页标签规范).
   *
   * @param published 发布日期 as the norm writes it, 2025-01-20 09:30
   * @param source 内容来源
   * @param description 内容概述
   * @param category 栏目
   * @param type 栏目类别
   * @param indexed whether search engines shall keep this page: not those of replaced revisions
   */
  public record Head(
      String published,
      String source,
      String description,
      String category,
      String type,
      boolean indexed) {}

  /** Something that is said of the report. */
  public record Fact(String label, String value) {}

  /**
   * What must be known before it is read.
   *
   * @param address where to go on; empty for nowhere
   */
  public record Notice(String text, String address, String link) {}

  /**
   * A document.
   *
   * @param label how it is called
   * @param purpose what it is good for
   * @param size how large it is
   * @param sha256 its digest
   * @param proofs what proves that it is genuine; none as long as it isn't signed
   * @param signedAt when it was signed, if that was after its publication; else empty
   * @param stampedAt when an authority saw the signature; empty without a stamp
   */
  public record FormLink(
      String label,
      String purpose,
      String size,
      String address,
      String sha256,
      List<ProofLink> proofs,
      String signedAt,
      String stampedAt) {

    /** A defensive copy is kept. */
    public FormLink {
      proofs = List.copyOf(proofs);
    }
  }

  /**
   * Something that proves a document.
   *
   * @param label how it is called
   */
  public record ProofLink(String label, String address) {}

  /** Whether any document is signed. */
  public boolean signed() {
    return forms.stream().anyMatch(form -> !form.proofs().isEmpty());
  }

  /** Whether the signature over any document is stamped. */
  public boolean stamped() {
    return forms.stream().anyMatch(form -> !form.stampedAt().isEmpty());
  }

  /**
   * A revision.
   *
   * @param name 首次公布 or 第N次更正
   * @param reason why it was corrected; empty for the first
   * @param shown whether it is the one on this page
   * @param changes the figures that are others than before
   */
  public record RevisionRow(
      String name, String day, String reason, String address, boolean shown, List<Change> changes) {

    /** A defensive copy is kept. */
    public RevisionRow {
      changes = List.copyOf(changes);
    }
  }

  /** A figure that was corrected. */
  public record Change(String table, String figure, String before, String after) {}

  /** Defensive copies are kept. */
  public ReportPage {
    facts = List.copyOf(facts);
    notices = List.copyOf(notices);
    forms = List.copyOf(forms);
    revisions = List.copyOf(revisions);
  }
}
