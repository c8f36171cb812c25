package disclosure.report.check;

import disclosure.edge.Text;

/**
 * One thing that a rule has to say.
 *
 * @param result anything but {@link Result#HOLDS}
 * @param message names both places and both numbers
 * @param place where it is mended, as {@link Verdict.Found#place} says it
 */
record Finding(Result result, Text message, String place) {

  /** The two tables that are counted and never entered. */
  static final String TABLE_THREE = "applications";

  static final String TABLE_FOUR = "disputes";

  /** How the reports stand that a sum adds up. */
  static final String COLLECTION = "collection";

  private static final String WHEREVER = "";

  static Finding broken(String chinese, String english, Object... values) {
    return new Finding(Result.BROKEN, Text.of(chinese, english, values), WHEREVER);
  }

  static Finding undecided(String chinese, String english, Object... values) {
    return new Finding(Result.UNDECIDED, Text.of(chinese, english, values), WHEREVER);
  }

  static Finding notApplicable(String chinese, String english) {
    return new Finding(Result.NOT_APPLICABLE, new Text(chinese, english), WHEREVER);
  }

  /** The same of that field of the draft. */
  Finding at(String field) {
    return new Finding(result, message, field);
  }
}
