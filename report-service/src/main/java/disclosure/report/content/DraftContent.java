package disclosure.report.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What an editor enters. A text is a list of paragraphs; an empty list is a text still to be
 * written.
 *
 * @param lead the paragraphs between the title and section one
 * @param overview section one: 总体情况
 * @param problems section five: 存在的主要问题及改进情况
 * @param otherMatters section six: 其他需要报告的事项
 * @param proactive the figures of section two, as far as they are entered
 * @param figures the figures that texts refer to by name, as far as they are entered
 * @param signedBy 落款: the organ's name under the report; empty until it is entered
 * @param signedOn 成文日期; empty until the date is known
 */
public record DraftContent(
    List<String> lead,
    List<String> overview,
    List<String> problems,
    List<String> otherMatters,
    ProactiveFigures proactive,
    List<NamedFigure> figures,
    String signedBy,
    Optional<LocalDate> signedOn) {

  /** The longest {@code signedBy}, which has to stand in a line; an organ's name may be longer. */
  public static final int LONGEST_SIGNER = 100;

  /** Defensive copies are kept. */
  public DraftContent {
    lead = List.copyOf(lead);
    overview = List.copyOf(overview);
    problems = List.copyOf(problems);
    otherMatters = List.copyOf(otherMatters);
    figures = List.copyOf(figures);
  }

  /** The same with another table two. */
  public DraftContent withProactive(ProactiveFigures other) {
    return new DraftContent(
        lead, overview, problems, otherMatters, other, figures, signedBy, signedOn);
  }

  /** The same with one more paragraph in section six. */
  public DraftContent withOtherMatter(String paragraph) {
    List<String> more = Stream.concat(otherMatters.stream(), Stream.of(paragraph)).toList();
    return new DraftContent(lead, overview, problems, more, proactive, figures, signedBy, signedOn);
  }

  /** Whether every figure is entered, and by whom the report is signed. */
  public boolean filledIn() {
    return proactive.complete()
        && figures.stream().allMatch(figure -> figure.value().isPresent())
        && !signedBy.isEmpty();
  }

  /** All its paragraphs. */
  public Stream<String> texts() {
    return Stream.of(lead, overview, problems, otherMatters).flatMap(List::stream);
  }

  /** The same with other texts; each paragraph stands for itself. */
  public DraftContent withTexts(UnaryOperator<String> change) {
    return new DraftContent(
        lead.stream().map(change).toList(),
        overview.stream().map(change).toList(),
        problems.stream().map(change).toList(),
        otherMatters.stream().map(change).toList(),
        proactive,
        figures,
        signedBy,
        signedOn);
  }
}
