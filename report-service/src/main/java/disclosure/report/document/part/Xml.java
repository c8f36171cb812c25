package disclosure.report.document.part;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes well-formed markup. Text is only ever text: what looks like markup in it is escaped, and
 * there is no template language that could be spoken to.
 */
public final class Xml {

  /** What a part of a package begins with. */
  public static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final StringWriter text = new StringWriter(1 << 15);
  private final XMLStreamWriter writer;

  /**
   * Begins to write.
   *
   * @param prologue what stands before the outermost element
   */
  public Xml(String prologue) {
    text.write(prologue);
    try {
      writer = FACTORY.createXMLStreamWriter(text);
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Writes what is inside an element. */
  @FunctionalInterface
  public interface Content {

    /** Writes it. */
    void write();
  }

  /** An element with attributes, given as name and value by turns, and content. */
  public Xml element(String name, Content content, String... attributes) {
    try {
      writer.writeStartElement(name);
      attributes(attributes);
      content.write();
      writer.writeEndElement();
      return this;
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** An element that holds text. */
  public Xml textElement(String name, String content, String... attributes) {
    return element(name, () -> text(content), attributes);
  }

  /** An element without content. */
  public Xml empty(String name, String... attributes) {
    try {
      writer.writeEmptyElement(name);
      attributes(attributes);
      return this;
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Text between elements. */
  public Xml text(String content) {
    try {
      writer.writeCharacters(content);
      return this;
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    try {
      writer.flush();
      return text.toString();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      writer.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }
}
