package disclosure.report.examination.page;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.NotReadable;
import java.io.IOException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;

/**
 * Opens a PDF, whose objects are read when they are wanted: counts each, and has each stream
 * measured before it is decoded.
 */
final class PdfFile extends PDFParser {

  /** What is kept of an object, of a name, and of a line that tells where one is. */
  private static final int OBJECT = 60;

  private static final int NAME = 20;
  private static final int LINE = 100;

  /** Where the object isn't there, the whole stream that should have it is read again. */
  private static final int IN_STREAM = 500;

  private final Budget budget;
  private final PdfStreams streams;

  /**
   * Opens nothing yet.
   *
   * @param file is kept as it is
   */
  PdfFile(byte[] file, PdfStreams streams, Budget budget) throws IOException {
    super(new RandomAccessReadBuffer(file));
    this.budget = budget;
    this.streams = streams;
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
   * Measures it at once.
   *
   * @throws NotReadable when it takes too much to decode
   */
  @Override
  protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
    COSStream stream = super.parseCOSStream(dictionary);
    long at = source.getPosition();
    streams.met(stream);
    source.seek(at);
    return stream;
  }
}
