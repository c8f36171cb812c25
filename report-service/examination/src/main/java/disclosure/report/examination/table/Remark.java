package disclosure.report.examination.table;

import disclosure.report.examination.document.Place;

/**
 * What is to be said of how a table was read.
 *
 * @param kind what it is
 * @param row which row or table, in the form's words
 * @param place where
 * @param text what stands there
 */
public record Remark(Kind kind, String row, Place place, String text) {

  /** What can be said. */
  public enum Kind {
    /** A row without a known label was read by where it stands. */
    BY_POSITION,
    /** Digits that run together were read in the only way that adds up. */
    RUN_TOGETHER,
    /** Of several orders of the columns, the one that adds up was taken. */
    ORDER_BY_SUM,
    /** The same row stands there twice with other figures; the first was read. */
    TWICE,
    /** A number broken over lines was joined, since the row adds up then. */
    JOINED,
    /** Table four has figures below no heading. */
    NO_HEADING
  }
}
