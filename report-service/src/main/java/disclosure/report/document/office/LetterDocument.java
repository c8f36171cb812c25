package disclosure.report.document.office;

import disclosure.report.document.part.Texts;
import disclosure.report.document.part.Xml;
import disclosure.report.form.Signature;
import java.util.List;

/** A letter between offices (函) as an editable WordprocessingML file, in the styles of a report. */
public final class LetterDocument {

  /**
   * What a letter says.
   *
   * @param title its title
   * @param addressee 主送机关
   * @param parts its text
   * @param sender who signs it; empty to be filled in
   * @param date the day as it is printed
   */
  public record Letter(
      String title, String addressee, List<Part> parts, String sender, String date) {

    /** A defensive copy is kept. */
    public Letter {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A part of its text.
   *
   * @param heading empty for none
   * @param paragraphs what stands below it
   */
  public record Part(String heading, List<String> paragraphs) {

    /** A defensive copy is kept. */
    public Part {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  private LetterDocument() {}

  /** The file's bytes; what can't be printed is left out. */
  public static byte[] render(Letter letter) {
    Xml xml = new Xml(Xml.DECLARATION);
    xml.element(
        "w:document",
        () -> xml.element("w:body", () -> write(xml, letter)),
        "xmlns:w",
        DocxBody.NAMESPACE,
        "xmlns:r",
        DocxBody.RELATIONS);
    return DocxDocument.packed(
        CoreProperties.of(Texts.printable(letter.title()), Texts.printable(letter.sender())),
        xml.toString());
  }

  private static void write(Xml xml, Letter letter) {
    paragraph(xml, "Title", letter.title());
    paragraph(xml, "BodyText", "");
    paragraph(xml, "Normal", letter.addressee() + "：");
    for (Part part : letter.parts()) {
      if (!part.heading().isEmpty()) {
        paragraph(xml, "Heading1", part.heading());
      }
      part.paragraphs().forEach(text -> paragraph(xml, "BodyText", text));
    }
    DocxBody.paragraph(xml, "Signature", List.of(), true);
    Signature places = Signature.of(letter.sender(), letter.date());
    DocxBody.signature(xml, Texts.printable(letter.sender()), places.name(), true);
    DocxBody.signature(xml, letter.date(), places.date(), false);
    xml.element("w:sectPr", () -> DocxBody.page(xml));
  }

  private static void paragraph(Xml xml, String style, String text) {
    String printable = Texts.printable(text);
    DocxBody.paragraph(
        xml, style, printable.isEmpty() ? List.of() : List.of(printable), style.equals("Heading1"));
  }
}
