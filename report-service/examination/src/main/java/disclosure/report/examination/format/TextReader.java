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
    List<BarredTables.TextLine> lines = new ArrayList<>();
    for (Iterator<String> all = text.lines().iterator(); all.hasNext(); ) {
      number++;
      for (String line : RunOnText.lines(all.next(), budget)) {
        if (!line.isBlank()) {
          budget.spend(Budget.LINE);
          lines.add(new BarredTables.TextLine(number, line));
        }
      }
    }
    for (BarredTables.TextLine line : BarredTables.rows(lines, budget)) {
      blocks.add(new Paragraph(line.text(), Place.line(0, line.number())));
    }
    return new PublishedDocument("", blocks);
  }
}
