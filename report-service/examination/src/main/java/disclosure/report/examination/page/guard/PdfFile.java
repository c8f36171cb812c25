package disclosure.report.examination.page.guard;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.NotReadable;
import java.io.IOException;
import java.lang.reflect.Field;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.BruteForceParser;
import org.apache.pdfbox.pdfparser.COSParser;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Opens a PDF, whose objects are read when they are wanted: counts each, and has each stream
 * measured before it is decoded, and once it is decrypted. Many are locked only against printing,
 * copying or changing: those open without a password.
 */
public final class PdfFile extends PDFParser {

  /** What is kept of an object, of a name, and of a line that tells where one is. */
  static final int OBJECT = 60;

  static final int NAME = 20;
  private static final int LINE = 100;

  /** Where the object isn't there, the whole stream that should have it is read again. */
  private static final int IN_STREAM = 500;

  private static final String NO_PASSWORD = "";

  private final Budget budget;
  private final MetStreams streams;
  private long room;

  /**
   * Opens nothing yet.
   *
   * @param file is kept as it is; where it is encrypted, it has to be parsed without leniency,
   *     since streams are decoded to look for what isn't where the file says
   */
  public PdfFile(byte[] file, MetStreams streams, Budget budget) throws IOException {
    super(new RandomAccessReadBuffer(file), NO_PASSWORD);
    this.budget = budget;
    this.streams = streams;
    // Streams that lie in one another are decrypted each: of all only what the file itself has.
    this.room = file.length;
    rebuildWith(new PdfRebuilding(source, document, streams, budget));
  }

  /** The library makes one of its own where it has none, which would count nothing. */
  private void rebuildWith(BruteForceParser rebuilding) {
    try {
      Field place = COSParser.class.getDeclaredField("bruteForceParser");
      place.setAccessible(true);
      place.set(this, rebuilding);
    } catch (ReflectiveOperationException elsewhere) {
      throw new IllegalStateException("PDFBox keeps what rebuilds a file elsewhere", elsewhere);
    }
  }

  @Override
  protected COSBase parseDirObject() throws IOException {
    budget.spend(OBJECT);
    return super.parseDirObject();
  }

  @Override
  protected COSName parseCOSName() throws IOException {
    budget.spend(NAME);
    return super.parseCOSName();
  }

  @Override
  protected String readLine() throws IOException {
    budget.spend(LINE);
    return super.readLine();
  }

  @Override
  protected COSBase parseObjectStreamObject(long number, COSObjectKey key) throws IOException {
    budget.spend(IN_STREAM);
    return super.parseObjectStreamObject(number, key);
  }

  /**
   * Measures it at once, unless it has to be decrypted first.
   *
   * @throws NotReadable when it takes too much to decode
   */
  @Override
  protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
    COSStream stream = super.parseCOSStream(dictionary);
    if (securityHandler == null) {
      streams.met(stream, source);
    }
    return stream;
  }

  @Override
  protected synchronized COSBase parseObjectDynamically(COSObjectKey key, boolean uncompressed)
      throws IOException {
    COSBase object = super.parseObjectDynamically(key, uncompressed);
    if (securityHandler != null && object instanceof COSStream stream) {
      room -= stream.getLength();
      if (room < 0) {
        throw new NotReadable(NotReadable.Reason.INFLATES_TOO_FAR);
      }
      streams.met(stream, source);
    }
    return object;
  }

  @Override
  protected void prepareDecryption() throws IOException {
    try {
      super.prepareDecryption();
    } catch (InvalidPasswordException locked) {
      throw locked;
    } catch (IOException | RuntimeException | LinkageError ofAnotherKind) {
      // By certificates, say.
      throw new NotReadable(NotReadable.Reason.ENCRYPTED);
    }
    if (securityHandler != null && isLenient()) {
      // Encrypted, and written so that nobody saw it.
      throw new NotReadable(NotReadable.Reason.ENCRYPTED);
    }
  }
}
