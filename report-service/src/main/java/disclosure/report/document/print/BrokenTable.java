package disclosure.report.document.print;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.PageBox;
import disclosure.report.document.print.HtmlPage.TableBreak;
import disclosure.report.form.AnnualReport;
import disclosure.report.form.FormTable;
import disclosure.report.form.SectionContent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Looks how many rows of the long table fit on the page where it begins. The renderer repeats no
 * headings that span rows, and cuts cells that do; so the table is split before it is drawn.
 */
final class BrokenTable {

  private static final Pattern ROWS = Pattern.compile(HtmlPage.ROW + "\\d+");

  private BrokenTable() {}

  /**
   * How the table has to be broken instead; {@link TableBreak#ANYWHERE} when it is well as it is.
   */
  static TableBreak of(PdfBoxRenderer laidOut, AnnualReport report) {
    List<PageBox> pages = laidOut.getRootBox().getLayer().getPages();
    Map<String, Box> boxes = laidOut.getSharedContext().getIdMap();
    List<Integer> rows =
        boxes.entrySet().stream()
            .filter(entry -> ROWS.matcher(entry.getKey()).matches())
            .map(entry -> page(pages, entry.getValue()))
            .toList();
    int first = rows.stream().min(Integer::compare).orElse(0);
    int fitting = Collections.frequency(rows, first);
    if (fitting == rows.size()) {
      return TableBreak.ANYWHERE;
    }
    OptionalInt row = table(report).bestSplit(fitting);
    return row.isPresent() ? TableBreak.at(row.getAsInt()) : TableBreak.BEFORE;
  }

  private static int page(List<PageBox> pages, Box box) {
    return (int) pages.stream().filter(page -> page.getBottom() <= box.getAbsY()).count();
  }

  private static FormTable table(AnnualReport report) {
    return SectionContent.of(report).stream()
        .flatMap(section -> section.tables().stream())
        .filter(FormTable::isLong)
        .findFirst()
        .orElseThrow();
  }
}
