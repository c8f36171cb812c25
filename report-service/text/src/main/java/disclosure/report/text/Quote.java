package disclosure.report.text;

/**
 * Where something is said.
 *
 * @param section the section of the report
 * @param sentence the whole sentence
 * @param words those of the claim, as printed
 */
public record Quote(Section section, String sentence, String words) {}
