package disclosure.report.examination.document;

/**
 * Where something stands in the document. All numbers are from 1, and 0 where they say nothing.
 *
 * @param page the page, in documents that have pages
 * @param table which table of the document, counted through all its pages
 * @param row the table's row, or the line or paragraph outside of tables
 * @param column the table's column
 */
public record Place(int page, int table, int row, int column) {

  /** Nowhere: of what isn't there. */
  public static final Place NONE = new Place(0, 0, 0, 0);

  /** A line of text. */
  public static Place line(int page, int line) {
    return new Place(page, 0, line, 0);
  }

  /** The same table's or line's cell in that column. */
  public Place at(int otherColumn) {
    return new Place(page, table, row, otherColumn);
  }

  /** The place in Chinese. */
  public String chinese() {
    if (row == 0) {
      return "";
    }
    String ofPage = page > 0 ? "第" + page + "页" : "";
    String where =
        table > 0 ? "第" + table + "个表格" + (page > 0 ? "（" + ofPage + "）" : "") : ofPage + "正文";
    where += "第" + row + "行";
    return column > 0 ? where + "第" + column + "列" : where;
  }

  /** The place in English. */
  public String english() {
    if (row == 0) {
      return "";
    }
    String where =
        table > 0
            ? "table " + table + (page > 0 ? " (page " + page + ")" : "") + ", row " + row
            : (page > 0 ? "page " + page + ", " : "") + "line " + row;
    return column > 0 ? where + ", column " + column : where;
  }
}
