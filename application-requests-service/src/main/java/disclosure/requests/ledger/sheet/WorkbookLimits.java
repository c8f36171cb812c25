package disclosure.requests.ledger.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import disclosure.edge.Refusal;
import disclosure.requests.fault.RegisterFault;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks over the parts of a workbook before it is read. A small file may inflate to a very large
 * one, and what reads it takes room by what the file says: for a row, up to the name of its last
 * cell. Every part is looked at in the same way, since the file itself says which one is what.
 */
final class WorkbookLimits {

  /** As a worksheet has; a cell beyond is none. */
  static final int MAX_COLUMNS = 1 << 14;

  static final int MAX_ROWS = 1 << 20;
  static final int MAX_SHARED_STRINGS = 500_000;

  private static final long MAX_INFLATED_BYTES = 300L * 1024 * 1024;
  private static final long MAX_BYTES_OF_OTHER_PART = 8L * 1024 * 1024;
  private static final int MAX_ENTRIES = 2_000;
  private static final int MAX_BYTES_BETWEEN_TAGS = 2 * 1024 * 1024;
  private static final int MAX_DEPTH = 100;
  private static final int MAX_NAMES = 2_000;
  private static final int MAX_CHARACTERS_OF_ROW = 2_000_000;
  private static final int MAX_FORMULAS_OF_ROW = 1_000;
  private static final int MAX_FORMULAS_OF_AREAS = 1_000;
  private static final int MAX_CHARACTERS_OF_FORMULA = 8_192;

  private static final XMLInputFactory XML = new InputFactoryImpl();

  static {
    XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XML.setProperty(XMLInputFactory.IS_COALESCING, false);
  }

  private final Set<String> names = new HashSet<>();
  private long inflated;
  private int sharedStrings;
  private long sharedCharacters;
  private int formulasOfAreas;

  private WorkbookLimits() {}

  /**
   * @throws Refusal 400 for a file that is too large once read, or is no archive
   */
  static void check(byte[] file) {
    requireFewEntries(file);
    WorkbookLimits limits = new WorkbookLimits();
    try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        try (InputStream content = zip.getInputStream(entry)) {
          limits.checkPart(content);
        }
      }
    } catch (IOException broken) {
      throw LedgerFile.unreadable();
    }
  }

  /** Before the archive is opened, which keeps something of each. */
  private static void requireFewEntries(byte[] file) {
    int entries = 0;
    for (int i = 0; i + 3 < file.length; i++) {
      if (file[i] == 'P' && file[i + 1] == 'K' && file[i + 2] == 1 && file[i + 3] == 2) {
        entries++;
      }
    }
    if (entries > MAX_ENTRIES) {
      throw tooLarge();
    }
  }

  private void checkPart(InputStream content) throws IOException {
    InflatedPart part = new InflatedPart(content);
    PushbackInputStream begun = new PushbackInputStream(part, 2);
    byte[] start = begun.readNBytes(2);
    requireOneByteTags(start);
    begun.unread(start);
    try {
      new Part(part).check(XML.createXMLStreamReader(begun));
    } catch (Refusal refused) {
      throw refused;
    } catch (XMLStreamException | RuntimeException noMore) {
      // In the middle of a text it fails with exceptions of its own. What reads the workbook comes
      // no further either; the rest is only inflated.
    }
    part.skipRest();
  }

  /** Nobody writes workbooks in UTF-16. */
  private static void requireOneByteTags(byte[] start) {
    int first = start.length < 2 ? 0 : (start[0] & 0xFF) << 8 | start[1] & 0xFF;
    if (first == 0xFEFF || first == 0xFFFE || first == 0x003C || first == 0x3C00) {
      throw LedgerFile.unreadable();
    }
  }

  private static Refusal tooLarge() {
    return Refusal.invalid(RegisterFault.FILE_INFLATES_TOO_FAR.at(""));
  }

  /** The XML of a part. */
  private final class Part {

    private final InflatedPart bytes;
    private int depth;
    private int cells;
    private int characters;
    private int formulas;
    private boolean isNumber;
    private String element = "";
    private int length;

    Part(InflatedPart bytes) {
      this.bytes = bytes;
    }

    void check(XMLStreamReader xml) throws XMLStreamException {
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.DTD -> throw LedgerFile.unreadable();
          case XMLStreamConstants.START_ELEMENT -> begin(xml);
          case XMLStreamConstants.END_ELEMENT -> end();
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
              text(xml.getTextLength());
          default -> {
            // Comments and such are kept by nobody.
          }
        }
      }
    }

    private void begin(XMLStreamReader xml) {
      element = xml.getLocalName();
      length = 0;
      if (depth == 0 && (element.equals("worksheet") || element.equals("sst"))) {
        bytes.mayBeLarge();
      }
      depth++;
      names.add(element);
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        names.add(xml.getAttributeLocalName(i));
      }
      require(depth <= MAX_DEPTH && names.size() <= MAX_NAMES);
      switch (element) {
        case "row" -> row(Xml.attribute(xml, "r"));
        case "c" -> cell(xml);
        case "f" -> formula(!Xml.attribute(xml, "ref").isEmpty());
        case "si" -> sharedString();
        default -> {
          // Takes no room of its own.
        }
      }
    }

    private void end() {
      depth--;
      element = "";
    }

    private void row(String number) {
      cells = 0;
      characters = 0;
      formulas = 0;
      require(
          number.isEmpty() || number.matches("\\d{1,7}") && Integer.parseInt(number) <= MAX_ROWS);
    }

    private void cell(XMLStreamReader xml) {
      String name = Xml.attribute(xml, "r");
      isNumber = CellKind.of(Xml.attribute(xml, "t")) == CellKind.NUMBER;
      cells++;
      require(cells <= MAX_COLUMNS && (name.isEmpty() || isWithinSheet(name)));
    }

    private static boolean isWithinSheet(String name) {
      int column = 0;
      int letters = 0;
      for (; letters < name.length() && !Character.isDigit(name.charAt(letters)); letters++) {
        char letter = Character.toUpperCase(name.charAt(letters));
        if (letter >= 'A' && letter <= 'Z') {
          column = column * 26 + letter - 'A' + 1;
        } else if (letter != '$') {
          return false;
        }
        if (column > MAX_COLUMNS) {
          return false;
        }
      }
      String row = name.substring(letters);
      return row.matches("\\d{1,7}") && Integer.parseInt(row) <= MAX_ROWS;
    }

    private void formula(boolean ofArea) {
      formulas++;
      formulasOfAreas += ofArea ? 1 : 0;
      require(formulas <= MAX_FORMULAS_OF_ROW && formulasOfAreas <= MAX_FORMULAS_OF_AREAS);
    }

    private void sharedString() {
      characters = 0;
      sharedStrings++;
      require(sharedStrings <= MAX_SHARED_STRINGS);
    }

    private void text(int more) {
      length += more;
      characters += more;
      sharedCharacters += sharedStrings > 0 ? more : 0;
      require(
          characters <= MAX_CHARACTERS_OF_ROW
              && sharedCharacters <= LedgerFile.MAX_CHARACTERS
              && !(element.equals("v") && isNumber && length > CellKind.MAX_CHARACTERS_OF_NUMBER)
              && !(element.equals("f") && length > MAX_CHARACTERS_OF_FORMULA));
    }

    private void require(boolean modest) {
      if (!modest) {
        throw tooLarge();
      }
    }
  }

  /** Counts what comes out of the archive, of a part and of all. */
  private final class InflatedPart extends FilterInputStream {

    private long most = MAX_BYTES_OF_OTHER_PART;
    private long read;
    private int sinceTag;

    InflatedPart(InputStream content) {
      super(content);
    }

    /** Not those that are none of a workbook's own, such as pictures: nobody reads these. */
    void mayBeLarge() {
      most = MAX_INFLATED_BYTES;
    }

    void skipRest() throws IOException {
      mayBeLarge();
      sinceTag = Integer.MIN_VALUE;
      byte[] buffer = new byte[64 * 1024];
      while (read(buffer, 0, buffer.length) >= 0) {
        // Only counted.
      }
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int some = super.read(buffer, offset, length);
      for (int i = offset; i < offset + some; i++) {
        sinceTag = buffer[i] == '<' && sinceTag >= 0 ? 0 : sinceTag + 1;
        if (sinceTag > MAX_BYTES_BETWEEN_TAGS) {
          throw tooLarge();
        }
      }
      read += Math.max(0, some);
      inflated += Math.max(0, some);
      if (read > most || inflated > MAX_INFLATED_BYTES) {
        throw tooLarge();
      }
      return some;
    }
  }
}
