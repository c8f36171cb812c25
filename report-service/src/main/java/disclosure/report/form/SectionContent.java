package disclosure.report.form;

import disclosure.report.content.FormEdition;
import java.util.ArrayList;
import java.util.List;

/**
 * A section as it is printed: its heading, and paragraphs or tables below it.
 *
 * @param section which of the six
 * @param paragraphs its text; empty for a section of tables
 * @param tables its tables; empty for a section of text
 */
public record SectionContent(Section section, List<String> paragraphs, List<FormTable> tables) {

  /** The six sections of a report in their order. */
  public static List<SectionContent> of(AnnualReport report) {
    List<SectionContent> sections = new ArrayList<>();
    for (Section section : Section.values()) {
      sections.add(
          switch (section) {
            case OVERVIEW -> text(section, report.overview());
            case PROACTIVE -> tables(section, ProactiveTables.of(report.proactive()));
            case APPLICATIONS ->
                tables(
                    section,
                    List.of(
                        ApplicationsTable.of(
                            report.applications(), FormEdition.of(report.year()))));
            case DISPUTES -> tables(section, List.of(DisputesTable.of(report.disputes())));
            case PROBLEMS -> text(section, report.problems());
            case OTHER_MATTERS -> text(section, report.otherMatters());
          });
    }
    return sections;
  }

  private static SectionContent text(Section section, List<String> paragraphs) {
    return new SectionContent(section, paragraphs, List.of());
  }

  private static SectionContent tables(Section section, List<FormTable> tables) {
    return new SectionContent(section, List.of(), tables);
  }
}
