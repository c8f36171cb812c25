package disclosure.requests.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * 统一社会信用代码 (GB 32100-2015): 18 characters, the last of them a check character over the others.
 *
 * @param value upper-case letters without I, O, S, V, Z, and digits
 */
public record OrganCode(@JsonValue String value) implements Comparable<OrganCode> {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };

  /**
   * @throws IllegalArgumentException when the code is not 18 characters of the alphabet or its
   *     check character is wrong
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public OrganCode {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not 18 characters of GB 32100-2015");
    }
    if (value.charAt(17) != checkCharacter(value.substring(0, 17))) {
      throw new IllegalArgumentException("the check character (GB 32100-2015) does not fit");
    }
  }

  /** Whether the text is a code with the right check character. */
  public static boolean isValid(String text) {
    return isWellFormed(text) && text.charAt(17) == checkCharacter(text.substring(0, 17));
  }

  /**
   * The check character for the first 17 characters.
   *
   * @throws IllegalArgumentException when a character is outside the alphabet
   */
  public static char checkCharacter(String first17) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      int digit = ALPHABET.indexOf(first17.charAt(i));
      if (digit < 0) {
        throw new IllegalArgumentException("not a character of GB 32100-2015");
      }
      sum += digit * WEIGHTS[i];
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  private static boolean isWellFormed(String text) {
    return text != null
        && text.length() == 18
        && text.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0);
  }

  @Override
  public int compareTo(OrganCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
