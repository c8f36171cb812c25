package disclosure.report.document.office;

import disclosure.report.document.part.MissingGlyph;
import disclosure.report.document.part.Package;
import disclosure.report.document.part.Resources;
import disclosure.report.document.part.Texts;
import disclosure.report.form.AnnualReport;

/**
 * The report as an editable WordprocessingML file with real headings and merged tables. It names
 * the fonts of official documents and embeds none.
 */
public final class DocxDocument {

  /**
   * The file's bytes; the same report gives the same bytes.
   *
   * @throws MissingGlyph when a character can't be printed
   */
  public byte[] render(AnnualReport report) {
    Texts.requirePrintable(report);
    return packed(CoreProperties.of(report), DocxBody.of(report));
  }

  static byte[] packed(String properties, String document) {
    return new Package()
        .part("[Content_Types].xml", Resources.text("docx/content-types.xml"))
        .part("_rels/.rels", Resources.text("docx/package-rels.xml"))
        .part(CoreProperties.PART, properties)
        .part("word/_rels/document.xml.rels", Resources.text("docx/document-rels.xml"))
        .part("word/styles.xml", Resources.text("docx/styles.xml"))
        .part("word/settings.xml", Resources.text("docx/settings.xml"))
        .part("word/footer1.xml", DocxBody.footer(true))
        .part("word/footer2.xml", DocxBody.footer(false))
        .part("word/document.xml", document)
        .bytes();
  }
}
