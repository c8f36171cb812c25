package disclosure.requests.ledger.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A part of a workbook, element by element. Names are taken without their namespaces: workbooks of
 * the strict kind have others than those of the usual one.
 */
final class Xml {

  private static final XMLInputFactory FACTORY = new InputFactoryImpl();

  static {
    FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    FACTORY.setProperty(XMLInputFactory.IS_COALESCING, false);
  }

  private final XMLStreamReader reader;

  Xml(InputStream part) throws XMLStreamException {
    reader = FACTORY.createXMLStreamReader(part);
  }

  /** Goes on to the next begin of an element; false at the end of the part. */
  boolean begin() throws XMLStreamException {
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  /** Goes on to the next begin within an element; false at the end of that element. */
  boolean beginWithin(String parent) throws XMLStreamException {
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(parent)) {
        return false;
      }
    }
    return false;
  }

  String name() {
    return reader.getLocalName();
  }

  /** An attribute, whatever its namespace; empty where there is none. */
  String attribute(String name) {
    return attribute(reader, name);
  }

  /** For all who look at a part, so that none sees others than the rest. */
  static String attribute(XMLStreamReader reader, String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  boolean isSet(String name) {
    String value = attribute(name);
    return value.equals("1") || value.equalsIgnoreCase("true") || value.equalsIgnoreCase("on");
  }

  /** All text up to the end of the element at hand, without what only says how to pronounce it. */
  String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    int silent = 0;
    while (depth > 0 && reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          silent = silent == 0 && name().equals("rPh") ? depth : silent;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          silent = silent == depth ? 0 : silent;
          depth--;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (silent == 0) {
            text.append(reader.getText());
          }
        }
        default -> {
          // Says nothing.
        }
      }
    }
    return text.toString();
  }
}
