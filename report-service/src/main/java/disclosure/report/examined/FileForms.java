package disclosure.report.examined;

import java.io.File;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the parts of forms are called, for the API's document alone: they are read as they come. */
final class FileForms {

  private FileForms() {}

  /**
   * A form with one file.
   *
   * @param file the file
   */
  @Schema(name = "FileForm")
  record One(@Schema(required = true) File file) {}

  /**
   * A form with several files.
   *
   * @param file each of them, in a part of its own
   */
  @Schema(name = "FilesForm")
  record Several(@Schema(required = true) List<File> file) {}
}
