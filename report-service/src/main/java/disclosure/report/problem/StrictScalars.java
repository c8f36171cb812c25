package disclosure.report.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Readers that take a JSON string of exactly one form, where Jackson's own take several. */
final class StrictScalars extends SimpleModule {

  private static final long serialVersionUID = 1L;
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  StrictScalars() {
    super("strict-scalars");
    accept(LocalDate.class, StrictScalars::date);
    accept(String.class, StrictScalars::text);
  }

  private <T> void accept(Class<T> type, Function<String, Optional<T>> form) {
    addDeserializer(type, new FromString<>(type, form));
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return DATE.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (java.time.DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /**
   * Text in the normal form NFC without surrounding blanks, so that equal texts compare equal. A
   * radical of the blocks U+2E80 to U+2FDF, which some input methods and PDF readers give for the
   * character that looks the same, becomes that character.
   */
  private static Optional<String> text(String text) {
    if (!text.codePoints().allMatch(StrictScalars::isPrintable)) {
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

  private static boolean isRadical(int character) {
    return character >= 0x2E80 && character <= 0x2FDF;
  }

  /** What can't be seen can't be proofread, and a line break would end the paragraph. */
  private static boolean isPrintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> !isNonCharacter(character);
    };
  }

  private static boolean isNonCharacter(int character) {
    return (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
  }

  private static final class FromString<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private final transient Function<String, Optional<T>> form;

    FromString(Class<T> type, Function<String, Optional<T>> form) {
      super(type);
      this.type = type;
      this.form = form;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return type.cast(context.handleUnexpectedToken(type, parser));
      }
      String text = parser.getText();
      Optional<T> value = form.apply(text);
      return value.isPresent()
          ? value.get()
          : type.cast(context.handleWeirdStringValue(type, text, "wrong form"));
    }
  }
}
