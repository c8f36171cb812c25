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

  /** Codes are read with every event and row, so each character is looked up at once. */
  private static final byte[] DIGITS = new byte[128];

  static {
    for (char character = 0; character < DIGITS.length; character++) {
      DIGITS[character] = (byte) ALPHABET.indexOf(character);
    }
  }

  /**
   * @throws IllegalArgumentException when the code is not 18 characters of the alphabet or its
   *     check character is wrong
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public OrganCode {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not 18 characters of GB 32100-2015");
    }
    if (!isRight(value)) {
      throw new IllegalArgumentException("the check character (GB 32100-2015) does not fit");
    }
  }

  /** Whether the text is a code with the right check character. */
  public static boolean isValid(String text) {
    return isWellFormed(text) && isRight(text);
  }

  /**
   * The check character for the first 17 characters; what follows them is left.
   *
   * @throws IllegalArgumentException when a character is outside the alphabet
   */
  public static char checkCharacter(String first17) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      int digit = digit(first17.charAt(i));
      if (digit < 0) {
        throw new IllegalArgumentException("not a character of GB 32100-2015");
      }
      sum += digit * WEIGHTS[i];
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  private static boolean isRight(String wellFormed) {
    return wellFormed.charAt(WEIGHTS.length) == checkCharacter(wellFormed);
  }

  private static boolean isWellFormed(String text) {
    if (text == null || text.length() != WEIGHTS.length + 1) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (digit(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The character's value; -1 when it has none. */
  private static int digit(char character) {
    return character < DIGITS.length ? DIGITS[character] : -1;
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
