package disclosure.report.document;

import disclosure.report.form.AnnualReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The report as an editable WordprocessingML file with real headings and merged tables. It names
 * the fonts of official documents and embeds none.
 */
public final class DocxDocument {

  /** All entries carry the first moment that a ZIP file knows, so that equal reports are equal. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** The file's bytes; the same report gives the same bytes. */
  public byte[] render(AnnualReport report) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", Resources.text("docx/content-types.xml"));
    parts.put("_rels/.rels", Resources.text("docx/package-rels.xml"));
    parts.put("docProps/core.xml", properties(report));
    parts.put("word/_rels/document.xml.rels", Resources.text("docx/document-rels.xml"));
    parts.put("word/styles.xml", Resources.text("docx/styles.xml"));
    parts.put("word/settings.xml", Resources.text("docx/settings.xml"));
    parts.put("word/footer1.xml", DocxBody.footer(true));
    parts.put("word/footer2.xml", DocxBody.footer(false));
    parts.put("word/document.xml", DocxBody.of(report));
    return zip(parts);
  }

  private static String properties(AnnualReport report) {
    Xml xml = new Xml(DocxBody.PROLOGUE);
    return xml.element(
            "cp:coreProperties",
            () ->
                xml.textElement("dc:title", report.title())
                    .textElement("dc:creator", report.organName())
                    .textElement("dc:language", "zh-CN"),
            "xmlns:cp",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            "xmlns:dc",
            "http://purl.org/dc/elements/1.1/")
        .toString();
  }

  private static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 15);
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
