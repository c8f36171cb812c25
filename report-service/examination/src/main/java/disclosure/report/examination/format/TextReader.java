package disclosure.report.examination.format;

import disclosure.report.examination.document.Block;
import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.Paragraph;
import disclosure.report.examination.document.Place;
import disclosure.report.examination.document.PublishedDocument;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Plain text, a paragraph a line. */
final class TextReader {

  private TextReader() {}

  static PublishedDocument read(String text, Budget budget) {
    budget.spend(text.length());
    List<Block> blocks = new ArrayList<>();
    int number = 0;
    for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
      number++;
      String line = lines.next();
      if (!line.isBlank()) {
        budget.spend(10);
        blocks.add(new Paragraph(line, Place.line(0, number)));
      }
    }
    return new PublishedDocument("", blocks);
  }
}
