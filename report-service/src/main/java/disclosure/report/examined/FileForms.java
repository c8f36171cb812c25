package disclosure.report.examined;

import java.io.File;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the parts of forms are called, for the API's document alone: they are read as they come. */
final class FileForms {

  private FileForms() {}

  /** A form with one file. */
  @Schema(name = "FileForm", description = "A form with one file")
  record One(@Schema(required = true, description = "the file") File file) {}

  /** A form with several files. */
  @Schema(name = "FilesForm", description = "A form with several files")
  record Several(
      @Schema(required = true, description = "each of the files, in a part of its own")
          List<File> file) {}
}
