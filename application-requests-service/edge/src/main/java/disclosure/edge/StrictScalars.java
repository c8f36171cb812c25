package disclosure.edge;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import disclosure.requests.contract.OrganCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Readers that take a JSON value of exactly one form, where Jackson's own take several. */
final class StrictScalars extends SimpleModule {

  private static final long serialVersionUID = 1L;
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern UNIQUE_ID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  StrictScalars(PlainText form) {
    super("strict-scalars");
    accept(LocalDate.class, StrictScalars::date);
    accept(UUID.class, StrictScalars::uniqueId);
    accept(
        OrganCode.class,
        text -> OrganCode.isValid(text) ? Optional.of(new OrganCode(text)) : Optional.empty());
    accept(String.class, form::of);
    addDeserializer(BigDecimal.class, new FromNumber());
    addDeserializer(Long.class, new FromInteger<>(Long.class, JsonParser::getLongValue));
    addDeserializer(Integer.class, new FromInteger<>(Integer.class, JsonParser::getIntValue));
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

  private static Optional<UUID> uniqueId(String text) {
    return UNIQUE_ID.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  /**
   * A number whose digits can be written down: what checks how many there are adds the exponent to
   * them, which for one near the end of all integers makes few of many.
   */
  private static final class FromNumber extends StdScalarDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1L;
    private static final long MAX_SCALE = 100;

    FromNumber() {
      super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)
          && !parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
        return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
      }
      BigDecimal value = parser.getDecimalValue();
      return Math.abs((long) value.scale()) <= MAX_SCALE
          ? value
          : (BigDecimal) context.handleWeirdNumberValue(BigDecimal.class, value, "far exponent");
    }
  }

  /** How a number is taken from where the reader stands. */
  private interface Taken<T> {
    T from(JsonParser parser) throws IOException;
  }

  /** Jackson's own gives up at the first that is none, before the others are looked at. */
  private static final class FromInteger<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private final transient Taken<T> taken;

    FromInteger(Class<T> type, Taken<T> taken) {
      super(type);
      this.type = type;
      this.taken = taken;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
        return type.cast(context.handleUnexpectedToken(type, parser));
      }
      try {
        return taken.from(parser);
      } catch (InputCoercionException outOfRange) {
        return type.cast(
            context.handleWeirdNumberValue(type, parser.getNumberValue(), "out of range"));
      }
    }
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
