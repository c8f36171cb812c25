package disclosure.report.takenover;

import java.io.File;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the parts of a form are called that has a report to take over, for the API's document alone:
 * they are read as they come.
 */
@Schema(name = "TakeOverForm", description = "A form with a report, and what was looked up of it")
record TakeOverForm(
    @Schema(required = true, description = "the report") File file,
    @Schema(
            description =
                "figures that weren't read surely, as JSON:"
                    + " {\"figures\": [{\"name\": \"matrix.CARRIED_IN.total\", \"value\": 3}]}")
        String figures) {}
