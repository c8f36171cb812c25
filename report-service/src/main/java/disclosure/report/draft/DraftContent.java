package disclosure.report.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an editor enters. A text is a list of paragraphs; an empty list is a text still to be
 * written.
 *
 * @param lead the paragraphs between the title and section one
 * @param overview section one: 总体情况
 * @param problems section five: 存在的主要问题及改进情况
 * @param otherMatters section six: 其他需要报告的事项
 * @param proactive the figures of section two
 * @param signedBy 落款: the organ's name under the report
 * @param signedOn 成文日期; empty until the date is known
 */
public record DraftContent(
    List<String> lead,
    List<String> overview,
    List<String> problems,
    List<String> otherMatters,
    ProactiveFigures proactive,
    String signedBy,
    Optional<LocalDate> signedOn) {

  /** Defensive copies are kept. */
  public DraftContent {
    lead = List.copyOf(lead);
    overview = List.copyOf(overview);
    problems = List.copyOf(problems);
    otherMatters = List.copyOf(otherMatters);
  }
}
