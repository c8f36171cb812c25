package disclosure.report.text;

/**
 * A paragraph of a report.
 *
 * @param section where it stands
 * @param text as it is printed
 */
public record Paragraph(Section section, String text) {}
