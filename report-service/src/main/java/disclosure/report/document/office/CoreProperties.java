package disclosure.report.document.office;

import disclosure.report.document.part.Xml;
import disclosure.report.form.AnnualReport;

/** What an office file tells of itself: its title, its author and its language. */
final class CoreProperties {

  static final String PART = "docProps/core.xml";

  private CoreProperties() {}

  static String of(AnnualReport report) {
    return of(report.title(), report.organName());
  }

  static String of(String title, String creator) {
    Xml xml = new Xml(Xml.DECLARATION);
    return xml.element(
            "cp:coreProperties",
            () ->
                xml.textElement("dc:title", title)
                    .textElement("dc:creator", creator)
                    .textElement("dc:language", "zh-CN"),
            "xmlns:cp",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            "xmlns:dc",
            "http://purl.org/dc/elements/1.1/")
        .toString();
  }
}
