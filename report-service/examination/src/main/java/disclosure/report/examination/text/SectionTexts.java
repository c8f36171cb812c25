package disclosure.report.examination.text;

import disclosure.report.examination.document.Grid;
import disclosure.report.examination.document.Place;
import disclosure.report.examination.line.Line;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The texts of a report, paragraph by paragraph as they stand there, without numbers of footnotes.
 *
 * @param lead what stands between the title and section one
 * @param sections the paragraphs of each section that was found, without its tables
 */
public record SectionTexts(List<Text> lead, Map<Section, List<Text>> sections) {

  /**
   * A paragraph.
   *
   * @param text its text
   * @param place where it stands
   */
  public record Text(String text, Place place) {}

  private static final int MIN_LEAD = 30;

  private static final Pattern RAISED =
      Pattern.compile(Grid.RAISED + "[^" + Grid.RAISED_END + "]*" + Grid.RAISED_END + "?");

  /** Defensive copies are kept. */
  public SectionTexts {
    lead = List.copyOf(lead);
    sections = Map.copyOf(sections);
  }

  /**
   * Takes the texts from a document.
   *
   * @param tables the lines that belong to tables
   */
  public static SectionTexts of(List<Line> lines, Headings headings, Set<Integer> tables) {
    Map<Section, List<Text>> sections = new EnumMap<>(Section.class);
    for (Section section : Section.values()) {
      if (headings.has(section)) {
        int begin = headings.begin(section);
        begin -= headings.isWithText(section, lines) ? 1 : 0;
        int end = headings.end(section, lines.size());
        if (end == lines.size()) {
          end = Origin.signatureLine(lines, begin);
        }
        sections.put(section, texts(lines, begin, end, tables, 0));
      }
    }
    int first = headings.has(Section.OVERVIEW) ? headings.begin(Section.OVERVIEW) - 1 : 0;
    return new SectionTexts(texts(lines, 0, first, tables, MIN_LEAD), sections);
  }

  /** Without what is raised, such as a footnote's number, which would go on a figure's digits. */
  private static String level(String text) {
    return RAISED.matcher(text).replaceAll("");
  }

  private static List<Text> texts(
      List<Line> lines, int from, int to, Set<Integer> tables, int shortest) {
    List<Text> texts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Line line = lines.get(i);
      String text = line.text();
      if (!tables.contains(i) && line.isText() && !text.isBlank() && text.length() >= shortest) {
        texts.add(new Text(level(text), line.place()));
      }
    }
    return texts;
  }
}
