package disclosure.report.check;

import disclosure.edge.Text;

/**
 * One thing that a rule has to say.
 *
 * @param result anything but {@link Result#HOLDS}
 * @param message names both places and both numbers
 */
record Finding(Result result, Text message) {

  static Finding broken(String chinese, String english, Object... values) {
    return new Finding(Result.BROKEN, Text.of(chinese, english, values));
  }

  static Finding undecided(String chinese, String english, Object... values) {
    return new Finding(Result.UNDECIDED, Text.of(chinese, english, values));
  }

  static Finding notApplicable(String chinese, String english) {
    return new Finding(Result.NOT_APPLICABLE, new Text(chinese, english));
  }
}
