package disclosure.edge;

import disclosure.requests.contract.Radicals;
import java.text.Normalizer;
import java.util.Optional;

/**
 * Text as it is stored: in the normal form NFC without surrounding blanks, so that equal texts
 * compare equal, and of characters that can be seen, for what can't be seen can't be proofread. A
 * radical of the blocks U+2E80 to U+2FDF, which some input methods and PDF readers give for the
 * character that looks the same, becomes that character; a blank of whatever width but that of a
 * Chinese character becomes the usual one; and what only chooses another look of a character is
 * left out.
 */
public enum PlainText {
  /** A line break would end the paragraph. */
  ONE_LINE(InputFault.NOT_ONE_LINE),
  /** Line breaks and tabs may stand in it. */
  LINES(InputFault.NOT_PLAIN_TEXT);

  /** U+3000, with which Chinese paragraphs begin. */
  private static final int WIDE_BLANK = 0x3000;

  /** Letters and marks that nobody sees: joiners, fillers and the empty pattern of Braille. */
  private static final String BLANK_LETTERS =
      "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2800\u3164\uFFA0";

  private final InputFault form;

  PlainText(InputFault form) {
    this.form = form;
  }

  /** What is wrong with a text that holds what it may not. */
  public FaultCode form() {
    return form;
  }

  /** The text as it is stored; nothing when it holds what it may not. */
  public Optional<String> of(String text) {
    if (isStoredSo(text)) {
      return Optional.of(text.strip());
    }
    if (!text.codePoints().allMatch(this::isPermitted)) {
      return Optional.empty();
    }
    StringBuilder characters = new StringBuilder(text.length());
    Radicals.unified(text)
        .codePoints()
        .filter(character -> !isVariationSelector(character))
        .forEach(character -> characters.append(folded(character)));
    return Optional.of(Normalizer.normalize(characters, Normalizer.Form.NFC).strip());
  }

  private static boolean isStoredSo(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (!isStoredSo(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  /**
   * What nearly all texts are made of, and what stays as it is wherever it stands: printable ASCII,
   * the usual Chinese characters and the marks between them.
   */
  static boolean isStoredSo(char character) {
    return character >= ' ' && character <= '~'
        || character >= 0x4E00 && character <= 0x9FA5
        || character >= 0x3001 && character <= 0x3011
        || character >= 0xFF01 && character <= 0xFF5E;
  }

  private boolean isPermitted(int character) {
    return !isInvisible(character)
        || isVariationSelector(character)
        || this == LINES && isLayout(character);
  }

  private static String folded(int character) {
    boolean blank =
        Character.getType(character) == Character.SPACE_SEPARATOR && character != WIDE_BLANK;
    return blank ? " " : Character.toString(character);
  }

  private static boolean isVariationSelector(int character) {
    return character >= 0xFE00 && character <= 0xFE0F
        || character >= 0xE0100 && character <= 0xE01EF;
  }

  private static boolean isLayout(int character) {
    return character == '\n' || character == '\r' || character == '\t';
  }

  /** What controls the device, the direction of writing or the layout, is blank or no character. */
  public static boolean isInvisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default ->
          (character & 0xFFFE) == 0xFFFE
              || character >= 0xFDD0 && character <= 0xFDEF
              || isVariationSelector(character)
              || BLANK_LETTERS.indexOf(character) >= 0;
    };
  }
}
