package disclosure.report.text;

/**
 * Another year than the report's that its texts tell of.
 *
 * @param quote where
 * @param year which
 */
public record YearTold(Quote quote, int year) {}
