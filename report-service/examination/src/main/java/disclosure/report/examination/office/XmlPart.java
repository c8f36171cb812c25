package disclosure.report.examination.office;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.NotReadable;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An XML part, element by element, by local names. It may have no document type, hence no entities.
 */
public final class XmlPart {

  private static final int MAX_DEPTH = 1_000;

  private static final XMLInputFactory FACTORY = new InputFactoryImpl();

  static {
    FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    FACTORY.setProperty(XMLInputFactory.IS_COALESCING, false);
  }

  /** What comes next. */
  public enum Event {
    /** An element begins. */
    BEGIN,
    /** An element ends. */
    END,
    /** Text. */
    TEXT,
    /** Nothing more. */
    DONE
  }

  private final XMLStreamReader reader;
  private final Budget budget;
  private int depth;

  XmlPart(InputStream content, Budget budget) {
    this.budget = budget;
    try {
      this.reader = FACTORY.createXMLStreamReader(content);
    } catch (XMLStreamException | RuntimeException broken) {
      throw refused(broken);
    }
  }

  /**
   * Goes on.
   *
   * @throws NotReadable when the part is broken, too deep, or has a document type
   */
  public Event next() {
    try {
      while (reader.hasNext()) {
        budget.spend(1);
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            depth++;
            if (depth > MAX_DEPTH) {
              throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
            }
            return Event.BEGIN;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            return Event.END;
          }
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            budget.spend(reader.getTextLength());
            return Event.TEXT;
          }
          case XMLStreamConstants.DTD -> throw new NotReadable(NotReadable.Reason.BROKEN);
          default -> {
            // Comments and such say nothing.
          }
        }
      }
      return Event.DONE;
    } catch (XMLStreamException | RuntimeException broken) {
      throw refused(broken);
    }
  }

  /** What the parser throws on broken input is of many kinds. */
  private static NotReadable refused(Exception broken) {
    return broken instanceof NotReadable refused
        ? refused
        : new NotReadable(NotReadable.Reason.BROKEN);
  }

  /** The element's name without its namespace. */
  public String name() {
    return reader.getLocalName();
  }

  /** The text at hand. */
  public String text() {
    return reader.getText();
  }

  /** An attribute, whatever its namespace; empty where there is none. */
  public String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  /** Whether the element at hand turns on what it names, as those without a value do. */
  boolean isOn() {
    return !attribute("val").matches("0|false|off");
  }

  /** Whether the element at hand of a WordprocessingML part has what a tracked change undid. */
  boolean isFormer() {
    return name().endsWith("Change");
  }

  /** An attribute that is a number; the other where it isn't. */
  public int number(String name, int other) {
    String value = attribute(name).strip();
    return value.matches("\\d{1,9}") ? Integer.parseInt(value) : other;
  }

  /** All text up to the end of the element at hand. */
  public String content() {
    StringBuilder text = new StringBuilder();
    int inner = 1;
    while (inner > 0) {
      switch (next()) {
        case BEGIN -> inner++;
        case END -> inner--;
        case TEXT -> text.append(text());
        case DONE -> inner = 0;
      }
    }
    return text.toString();
  }

  /** Goes behind the end of the element at hand. */
  public void skip() {
    int inner = 1;
    while (inner > 0) {
      switch (next()) {
        case BEGIN -> inner++;
        case END -> inner--;
        case TEXT -> {
          // Not wanted.
        }
        case DONE -> inner = 0;
      }
    }
  }
}
