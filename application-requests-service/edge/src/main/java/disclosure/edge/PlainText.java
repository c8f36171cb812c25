package disclosure.edge;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Text as it is stored: in the normal form NFC without surrounding blanks, so that equal texts
 * compare equal, and of characters that can be seen, for what can't be seen can't be proofread. A
 * radical of the blocks U+2E80 to U+2FDF, which some input methods and PDF readers give for the
 * character that looks the same, becomes that character.
 */
public enum PlainText {
  /** A line break would end the paragraph. */
  ONE_LINE(
      new Text(
          "应为不含控制字符、不可见字符和换行的文本",
          "must be text without control or invisible characters and line breaks")),
  /** Line breaks and tabs may stand in it. */
  LINES(new Text("应为不含控制字符和不可见字符的文本", "must be text without control or invisible characters"));

  private final Text form;

  PlainText(Text form) {
    this.form = form;
  }

  /** What a text must look like. */
  Text form() {
    return form;
  }

  /** The text as it is stored; nothing when it holds what it may not. */
  public Optional<String> of(String text) {
    if (!text.codePoints().allMatch(this::isPermitted)) {
      return Optional.empty();
    }
    StringBuilder characters = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            character ->
                characters.append(
                    isRadical(character)
                        ? Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC)
                        : Character.toString(character)));
    return Optional.of(Normalizer.normalize(characters, Normalizer.Form.NFC).strip());
  }

  private boolean isPermitted(int character) {
    return !isInvisible(character) || this == LINES && isLayout(character);
  }

  private static boolean isLayout(int character) {
    return character == '\n' || character == '\r' || character == '\t';
  }

  private static boolean isRadical(int character) {
    return character >= 0x2E80 && character <= 0x2FDF;
  }

  /** What controls the device, the direction of writing or the layout, or is no character. */
  public static boolean isInvisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
    };
  }
}
