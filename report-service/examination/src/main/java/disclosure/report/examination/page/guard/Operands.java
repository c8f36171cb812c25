package disclosure.report.examination.page.guard;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.NotReadable;
import java.io.IOException;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdfparser.PDFStreamParser;

/**
 * Goes over what a page draws before it is drawn, since operands are kept until their operator
 * comes.
 */
public final class Operands extends PDFStreamParser {

  /** A text that is set sign by sign has some hundreds. */
  private static final int MAX = 50_000;

  private final Budget budget;
  private int waiting;

  private Operands(PDContentStream content, Budget budget) throws IOException {
    super(content);
    this.budget = budget;
  }

  /**
   * Refuses what has too many operands for an operator.
   *
   * @throws NotReadable with the reason
   */
  public static void check(PDContentStream content, Budget budget) throws IOException {
    Operands operands = new Operands(content, budget);
    try {
      for (Object token = operands.parseNextToken();
          token != null;
          token = operands.parseNextToken()) {
        if (token instanceof Operator) {
          operands.waiting = 0;
        } else {
          operands.more();
        }
      }
    } finally {
      operands.close();
    }
  }

  /** One that is within another. */
  @Override
  protected COSBase parseDirObject() throws IOException {
    more();
    return super.parseDirObject();
  }

  private void more() {
    budget.spend(1);
    waiting++;
    if (waiting > MAX) {
      throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
    }
  }
}
