package disclosure.requests.page.form;

import disclosure.edge.look.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What of an application is hardly right: it is recorded as it was made, and who records it is told
 * at once.
 */
public final class Doubts {

  /** Names of fields, as an address may bear them: nothing of what was filled in. */
  public static final String CONTACT = "contact";

  public static final String IDENTITY_NUMBER = "identityNumber";

  private static final Pattern ONLY_A_NUMBER = Pattern.compile("[+\\d\\s()（）-]+");
  private static final Pattern MOBILE = Pattern.compile("(?:86)?1[3-9]\\d{9}");
  private static final Pattern FIXED_LINE = Pattern.compile("(?:86)?0\\d{9,11}|[2-9]\\d{6,7}");
  private static final Pattern SERVICE_LINE = Pattern.compile("[48]00\\d{7}");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern IDENTITY_CARD = Pattern.compile("\\d{15}|\\d{17}[\\dXx]");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final int NEW_CARD = 18;

  private Doubts() {}

  /** The fields that are in doubt. */
  public static List<String> of(Optional<String> contact, Optional<String> identityNumber) {
    List<String> doubts = new ArrayList<>();
    contact.filter(text -> !isContact(text)).ifPresent(text -> doubts.add(CONTACT));
    identityNumber
        .filter(text -> !isIdentityNumber(text))
        .ifPresent(text -> doubts.add(IDENTITY_NUMBER));
    return doubts;
  }

  /** How they are told of. */
  public static String told(String field) {
    return switch (field) {
      case CONTACT -> Wording.of("联系方式像是电话号码，位数却不对，请核对");
      case IDENTITY_NUMBER -> Wording.of("身份证明号码像是公民身份号码，位数或者校验码却不对，请核对");
      default -> "";
    };
  }

  /** What isn't written as a number of a telephone is an address of some kind. */
  private static boolean isContact(String text) {
    if (!ONLY_A_NUMBER.matcher(text).matches()) {
      return true;
    }
    String digits = text.replaceAll("\\D", "");
    return MOBILE.matcher(digits).matches()
        || FIXED_LINE.matcher(digits).matches()
        || SERVICE_LINE.matcher(digits).matches();
  }

  /** Other papers than a card of identity have letters in their numbers. */
  private static boolean isIdentityNumber(String text) {
    String plain = text.strip();
    if (!DIGITS.matcher(plain).matches() && !IDENTITY_CARD.matcher(plain).matches()) {
      return true;
    }
    return IDENTITY_CARD.matcher(plain).matches()
        && (plain.length() < NEW_CARD || hasItsCheck(plain));
  }

  /** GB 11643. */
  private static boolean hasItsCheck(String card) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (card.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECKS.charAt(sum % CHECKS.length()) == Character.toUpperCase(card.charAt(NEW_CARD - 1));
  }
}
