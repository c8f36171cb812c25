package disclosure.report.examination.page.guard;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.NotReadable;
import java.io.IOException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.BruteForceParser;

/**
 * Looks for the objects of a PDF that doesn't say where they are. It parses what may tell of them
 * by itself, so it counts and measures as {@link PdfFile} does.
 */
final class PdfRebuilding extends BruteForceParser {

  private final Budget budget;
  private final MetStreams streams;

  PdfRebuilding(RandomAccessRead source, COSDocument document, MetStreams streams, Budget budget)
      throws IOException {
    super(source, document);
    this.budget = budget;
    this.streams = streams;
  }

  @Override
  protected COSBase parseDirObject() throws IOException {
    budget.spend(PdfFile.OBJECT);
    return super.parseDirObject();
  }

  @Override
  protected COSName parseCOSName() throws IOException {
    budget.spend(PdfFile.NAME);
    return super.parseCOSName();
  }

  /** Begins wherever a word says so, though nothing may follow. */
  @Override
  protected COSDictionary parseCOSDictionary(boolean direct) throws IOException {
    budget.spend(PdfFile.OBJECT);
    return super.parseCOSDictionary(direct);
  }

  @Override
  protected long readObjectNumber() throws IOException {
    budget.spend(PdfFile.NAME);
    return super.readObjectNumber();
  }

  /**
   * Measures it at once.
   *
   * @throws NotReadable when it takes too much to decode
   */
  @Override
  protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
    COSStream stream = super.parseCOSStream(dictionary);
    streams.met(stream, source);
    return stream;
  }

  /** Encrypted, and written so that nobody saw it: else nothing would be searched for. */
  @Override
  protected void prepareDecryption() throws IOException {
    if (document.getEncryptionDictionary() != null) {
      throw new NotReadable(NotReadable.Reason.ENCRYPTED);
    }
  }
}
