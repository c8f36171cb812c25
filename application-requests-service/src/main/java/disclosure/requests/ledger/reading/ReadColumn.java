package disclosure.requests.ledger.reading;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A column as it was read.
 *
 * @param sheet the sheet's name; empty for CSV
 * @param column its letters
 * @param heading in the office's own words
 * @param meaning what it is read as, as a code
 * @param templateHeading the same, in the template's words
 */
@Schema(name = "LedgerColumn")
public record ReadColumn(
    String sheet, String column, String heading, String meaning, String templateHeading) {}
