package disclosure.report.examination.format;

/** The formats that are read, each known by its content. */
public enum FileFormat {
  /** Plain text. */
  TXT,
  /** A web page, or a part of one. */
  HTML,
  /** WordprocessingML. */
  DOCX,
  /** SpreadsheetML. */
  XLSX,
  /** PDF with text. */
  PDF,
  /** GB/T 33190-2016. */
  OFD
}
