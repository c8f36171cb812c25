package disclosure.report.takenover;

import java.io.File;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the parts of a form are called that has a report to take over, for the API's document alone:
 * they are read as they come.
 *
 * @param file the report
 * @param figures what was looked up, since it wasn't read surely
 */
@Schema(name = "TakeOverForm")
record TakeOverForm(@Schema(required = true) File file, Optional<ConfirmedFigures> figures) {}
