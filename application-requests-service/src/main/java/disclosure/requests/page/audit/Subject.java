package disclosure.requests.page.audit;

import disclosure.edge.Fault;
import disclosure.edge.InputFault;
import disclosure.edge.Text;
import disclosure.requests.contract.OrganCode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By what a record of the trail is looked for: an id, an organ's code, a year of the calendar with
 * its place, or the number of a piece of work. Anything else may be about a person, and stands in
 * no address.
 */
final class Subject {

  private static final Pattern ID =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private static final Pattern YEAR_OR_NUMBER = Pattern.compile("\\d{4}@\\d{2,6}|\\d{1,10}");

  private Subject() {}

  /** An address of a page is taken for the record that it is about. */
  static String in(String text) {
    Matcher found = ID.matcher(text);
    return found.find() ? found.group() : text;
  }

  static boolean isOne(String text) {
    return ID.matcher(text).matches()
        || YEAR_OR_NUMBER.matcher(text).matches()
        || OrganCode.isValid(text.toUpperCase(Locale.ROOT));
  }

  static Fault wrong() {
    return Fault.of(
        TrailScreen.SUBJECT,
        InputFault.WRONG_FORM,
        new Text(
            "应为申请页面的网址或者标识、机关代码、年份或者编号，不得填写姓名、证件号码",
            "must be an id, the code of an organ, a year or a number, and nothing about a person"));
  }
}
