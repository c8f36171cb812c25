package disclosure.report.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The formats in which a report is given. */
public enum DocumentFormat {
  HTML("html", "text/html; charset=utf-8"),
  DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  PDF("pdf", "application/pdf"),
  OFD("ofd", "application/ofd"),
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  CSV("csv", "text/csv;charset=UTF-8;header=present"),
  /** What the columns of the CSV are. */
  CSVW("csvw", "application/csvm+json"),
  JSON("json", "application/json");

  private final String extension;
  private final String mediaType;

  DocumentFormat(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** Their short names, as a question gives them. */
  public static List<String> names() {
    return Arrays.stream(values()).map(format -> format.extension).toList();
  }

  /** The format of that short name. */
  public static Optional<DocumentFormat> named(String extension) {
    return Arrays.stream(values()).filter(format -> format.extension.equals(extension)).findFirst();
  }

  /** The short name, which is also the file's extension. */
  public String extension() {
    return extension;
  }

  /** What is said of the bytes. */
  public String mediaType() {
    return mediaType;
  }
}
