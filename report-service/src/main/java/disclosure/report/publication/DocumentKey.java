package disclosure.report.publication;

import disclosure.report.content.ReportId;

/**
 * Which published document.
 *
 * @param format the short name of its format, such as {@code pdf}
 */
public record DocumentKey(ReportId id, int revision, String format) {}
