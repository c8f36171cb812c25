package disclosure.report.examination.finding;

import disclosure.report.examination.document.Place;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something to send back.
 *
 * @param kind what kind of thing it is
 * @param severity how much it weighs
 * @param place where it stands
 * @param otherPlace where what it disagrees with stands; {@link Place#NONE} when there is nothing
 * @param numbers both numbers that disagree; none when there are no numbers
 * @param chinese the sentence to send back
 * @param english the same in English
 */
public record Finding(
    Kind kind,
    Severity severity,
    Place place,
    Place otherPlace,
    Optional<Numbers> numbers,
    String chinese,
    String english) {

  /** Kinds of findings. */
  public enum Kind {
    /** In a column, what came in isn't what went out. */
    IN_EQUALS_OUT,
    /** In a column, the outcomes don't add up to 三（七）总计. */
    CONCLUDED_IS_SUM,
    /** In a row, the applicant types don't add up to the total. */
    TOTAL_IS_SUM,
    /** In a group of table four, the results don't add up. */
    DISPUTES_ADD_UP,
    /** The form of another edition was used. */
    EDITION,
    /** A section is missing. */
    SECTION_MISSING,
    /** A table is missing. */
    TABLE_MISSING,
    /** Rows are missing. */
    ROWS_MISSING,
    /** Cells are missing. */
    CELLS_MISSING,
    /** Cells aren't filled in, or with a mark. */
    CELLS_UNFILLED,
    /** Cells couldn't be read. */
    CELLS_UNREAD,
    /** Cells were read with doubt. */
    CELLS_DOUBTFUL,
    /** What was unusual in reading. */
    READING,
    /** A figure is below zero, or no whole number where it must be. */
    IMPOSSIBLE_FIGURE,
    /** Fees are in another unit than the form's. */
    UNIT,
    /** Years disagree. */
    YEAR,
    /** Names disagree. */
    NAME,
    /** A sentence says otherwise than the tables, or than itself. */
    SENTENCE,
    /** What the report rests on is cited by another name or number than its own. */
    CITATION,
    /** Section six doesn't tell all three figures on the information processing fee. */
    FEE_STATEMENT
  }

  /**
   * Two numbers that should be equal.
   *
   * @param found the number that stands there
   * @param expected what it should equal
   */
  public record Numbers(BigDecimal found, BigDecimal expected) {}

  /** Without numbers. */
  public static Finding of(
      Kind kind, Severity severity, Place place, String chinese, String english) {
    return new Finding(kind, severity, place, Place.NONE, Optional.empty(), chinese, english);
  }

  /** The same, the worst first, and those of one severity as they came. */
  public static List<Finding> worstFirst(List<Finding> findings) {
    return findings.stream()
        .sorted(Comparator.comparing(Finding::severity, Comparator.reverseOrder()))
        .toList();
  }

  /** The worst severity among some findings. */
  public static Optional<Severity> worst(List<Finding> findings) {
    return findings.stream().map(Finding::severity).max(Severity::compareTo);
  }
}
