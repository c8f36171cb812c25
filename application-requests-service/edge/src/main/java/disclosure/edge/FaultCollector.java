package disclosure.edge;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/**
 * Notes each wrong field and lets the reader go on without it, so that one answer names them all.
 */
final class FaultCollector extends DeserializationProblemHandler {

  static final Object FAULTS = FaultCollector.class;
  private static final int MAX_FAULTS = 50;

  private final FormFaults forms;

  FaultCollector(FormFaults forms) {
    this.forms = forms;
  }

  @Override
  public boolean handleUnknownProperty(
      DeserializationContext context,
      JsonParser parser,
      JsonDeserializer<?> deserializer,
      Object beanOrClass,
      String propertyName)
      throws IOException {
    JsonParser reader = context.getParser();
    if (parser == reader) {
      note(context, parser, InputFault.UNKNOWN_FIELD.at(Paths.of(parser.getParsingContext())));
    } else {
      // Kept until the rest of the record was read, and handed over by a parser that began where
      // the first such value did: where the record stands is known to its reader.
      JsonStreamContext at = reader.getParsingContext();
      JsonStreamContext record = reader.hasToken(JsonToken.END_OBJECT) ? at : at.getParent();
      add(
          context,
          InputFault.UNKNOWN_FIELD.at(Paths.join(Paths.of(record), propertyName)),
          record.pathAsPointer() + "/" + Paths.escaped(propertyName));
    }
    parser.skipChildren();
    return true;
  }

  @Override
  public Object handleWeirdStringValue(
      DeserializationContext context, Class<?> targetType, String value, String failure)
      throws IOException {
    return note(context, context.getParser(), forms.at(here(context), targetType));
  }

  @Override
  public Object handleWeirdNumberValue(
      DeserializationContext context, Class<?> targetType, Number value, String failure)
      throws IOException {
    String field = here(context);
    return note(
        context,
        context.getParser(),
        // One that is out of range is an integer all the same.
        targetType == BigDecimal.class
            ? forms.at(field, targetType)
            : InputFault.WRONG_FORM.at(field));
  }

  @Override
  public Object handleUnexpectedToken(
      DeserializationContext context,
      JavaType targetType,
      JsonToken token,
      JsonParser parser,
      String failure)
      throws IOException {
    if (here(context).isEmpty()) {
      return NOT_HANDLED;
    }
    return skipped(context, targetType.getRawClass(), parser);
  }

  /** A text stands where a list or an object should. */
  @Override
  public Object handleMissingInstantiator(
      DeserializationContext context,
      Class<?> targetType,
      ValueInstantiator instantiator,
      JsonParser parser,
      String failure)
      throws IOException {
    return here(context).isEmpty() ? NOT_HANDLED : skipped(context, targetType, parser);
  }

  private Object skipped(DeserializationContext context, Class<?> targetType, JsonParser parser)
      throws IOException {
    String field = here(context);
    Object nothing =
        note(
            context,
            parser,
            targetType == String.class
                ? InputFault.NOT_A_TEXT.at(field)
                : forms.at(field, targetType));
    parser.skipChildren();
    return nothing;
  }

  private static String here(DeserializationContext context) {
    return Paths.of(context.getParser().getParsingContext());
  }

  /** The value to go on with: null, which {@link StrictJson} never lets out. */
  private static Object note(DeserializationContext context, JsonParser parser, Fault fault)
      throws TooManyFaults {
    add(context, fault, parser.getParsingContext().pathAsPointer().toString());
    return null;
  }

  private static void add(DeserializationContext context, Fault fault, String pointer)
      throws TooManyFaults {
    @SuppressWarnings("unchecked")
    List<Fault> faults = (List<Fault>) context.getAttribute(FAULTS);
    if (faults.size() == MAX_FAULTS) {
      throw new TooManyFaults();
    }
    faults.add(fault.pointing(pointer));
  }

  /** There are more than anybody corrects at once: nothing more is looked at. */
  static final class TooManyFaults extends IOException {

    private static final long serialVersionUID = 1L;
  }
}
