package disclosure.report.form;

import disclosure.report.content.DraftContent;
import disclosure.report.content.ProactiveFigures;
import disclosure.report.content.ReportScope;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.MatrixRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is printed in a report.
 *
 * @param organName the organ's full name
 * @param year the year reported on
 * @param scope over which organs
 * @param lead the paragraphs between the title and section one
 * @param overview section one
 * @param proactive the figures of section two
 * @param applications the 25 rows of section three, in the order of the form
 * @param disputes the three groups of section four, in the order of the form
 * @param problems section five
 * @param otherMatters section six
 * @param signedBy 落款
 * @param signedOn 成文日期, once it is known
 */
public record AnnualReport(
    String organName,
    int year,
    ReportScope scope,
    List<String> lead,
    List<String> overview,
    ProactiveFigures proactive,
    List<MatrixRow> applications,
    List<DisputeRow> disputes,
    List<String> problems,
    List<String> otherMatters,
    String signedBy,
    Optional<LocalDate> signedOn) {

  /** Defensive copies are kept. */
  public AnnualReport {
    lead = List.copyOf(lead);
    overview = List.copyOf(overview);
    applications = List.copyOf(applications);
    disputes = List.copyOf(disputes);
    problems = List.copyOf(problems);
    otherMatters = List.copyOf(otherMatters);
  }

  /** What is printed of a report whose texts are filled. */
  public static AnnualReport of(
      String organName,
      int year,
      ReportScope scope,
      DraftContent content,
      List<MatrixRow> applications,
      List<DisputeRow> disputes) {
    return new AnnualReport(
        organName,
        year,
        scope,
        content.lead(),
        content.overview(),
        content.proactive(),
        applications,
        disputes,
        content.problems(),
        content.otherMatters(),
        content.signedBy(),
        content.signedOn());
  }

  /** The whole title on one line. */
  public String title() {
    return Title.of(organName, year, scope);
  }

  /** The title's second line in print, below the organ's name. */
  public String subtitle() {
    return Title.of("", year, scope);
  }

  /** The date as it is printed, for example 2025年1月20日; empty when it isn't known. */
  public Optional<String> printedDate() {
    return signedOn.map(
        date -> date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日");
  }

  /** The day that documents tell as theirs: 成文日期, or until it is known the year's last day. */
  public LocalDate dated() {
    return signedOn.orElse(LocalDate.of(year, 12, 31));
  }
}
