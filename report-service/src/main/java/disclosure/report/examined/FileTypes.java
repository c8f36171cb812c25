package disclosure.report.examined;

import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The media types that files of reports come with; what they are is known by their content. */
public final class FileTypes {

  /** Of several reports. */
  public static final String ZIP = "application/zip";

  /** Of a report as a PDF. */
  public static final String PDF = "application/pdf";

  /** Of a report as an OFD (GB/T 33190). */
  public static final String OFD = "application/ofd";

  /** Of a report as a DOCX. */
  public static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  /** Of a report as an XLSX. */
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** Those of a body that is one report. */
  static final List<String> OF_ONE =
      List.of(
          MediaType.APPLICATION_OCTET_STREAM,
          PDF,
          OFD,
          DOCX,
          XLSX,
          MediaType.TEXT_HTML,
          MediaType.TEXT_PLAIN);

  private FileTypes() {}
}
