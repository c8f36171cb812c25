package disclosure.report.check;

import disclosure.edge.Text;
import java.util.stream.Stream;

/**
 * One thing that a rule has to say.
 *
 * @param result anything but {@link Result#HOLDS}
 * @param message names both places and both numbers
 * @param place where it is mended, as {@link Verdict.Found#place} says it
 * @param key what it is known by again, as {@link Verdict.Found#key} says it
 */
record Finding(Result result, Text message, String place, String key) {

  /** The two tables that are counted and never entered. */
  static final String TABLE_THREE = "applications";

  static final String TABLE_FOUR = "disputes";

  /** How the reports stand that a sum adds up. */
  static final String COLLECTION = "collection";

  private static final String WHEREVER = "";

  static Finding broken(String chinese, String english, Object... values) {
    return of(Result.BROKEN, Text.of(chinese, english, values));
  }

  /**
   * Something broken about an application or a suit.
   *
   * @param id of the case that both sentences name first
   * @param others what they say beside it
   */
  static Finding brokenCase(
      YearReview review, String id, String chinese, String english, Object... others) {
    return new Finding(
        Result.BROKEN,
        Text.of(chinese, english, withFirst(review.name(id), others)),
        WHEREVER,
        Text.of(chinese, english, withFirst(id, others)).chinese());
  }

  private static Object[] withFirst(String first, Object... others) {
    return Stream.concat(Stream.of(first), Stream.of(others)).toArray();
  }

  /** What has its sentences already. */
  static Finding of(Result result, Text message) {
    return new Finding(result, message, WHEREVER, message.chinese());
  }

  static Finding undecided(String chinese, String english, Object... values) {
    return of(Result.UNDECIDED, Text.of(chinese, english, values));
  }

  static Finding notApplicable(String chinese, String english) {
    return of(Result.NOT_APPLICABLE, new Text(chinese, english));
  }

  /** The same of that field of the draft. */
  Finding at(String field) {
    return new Finding(result, message, field, key);
  }
}
