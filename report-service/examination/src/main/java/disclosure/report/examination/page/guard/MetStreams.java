package disclosure.report.examination.page.guard;

import disclosure.report.examination.document.NotReadable;
import java.io.IOException;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;

/** Is told of each stream of a PDF before anything decodes it. */
@FunctionalInterface
public interface MetStreams {

  /**
   * Measures it.
   *
   * @param source the file, which is left at the place where it is
   * @throws NotReadable when it takes too much to decode
   */
  void met(COSStream stream, RandomAccessRead source) throws IOException;
}
