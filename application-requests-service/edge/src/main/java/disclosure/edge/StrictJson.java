package disclosure.edge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads JSON into a record exactly or not at all. Unknown, repeated and missing fields, values of
 * another type or form, and violated constraints of the record's annotations are refused, all of
 * them in one {@link Refusal}. Text is read as {@link PlainText}.
 */
@ApplicationScoped
public class StrictJson {

  private static final int MAX_NESTING_DEPTH = 32;
  private static final int MAX_TEXT_LENGTH = 8 * 1024;

  /** Names, values and brackets: validating takes time by the square of the values in a list. */
  private static final int MAX_TOKENS = 20_000;

  private static final Fault MISSING = Fault.of("", "缺少请求内容", "a body is required");

  private final ObjectMapper mapper;
  private final Validator validator;

  private final FormTexts forms;

  @Inject
  StrictJson(Validator validator, EdgeSettings settings) {
    this(validator, settings.text());
  }

  /** A reader of JSON outside of a service. */
  StrictJson(Validator validator, PlainText text) {
    this.validator = validator;
    this.forms = new FormTexts(text);
    this.mapper = mapper(text, forms);
  }

  /**
   * Reads one JSON document.
   *
   * @param json UTF-8
   * @param type a record
   * @throws Refusal 400, naming every field at fault
   * @throws IOException when the stream can't be read
   */
  public <T> T read(InputStream json, Class<T> type) throws IOException {
    List<Fault> faults = new ArrayList<>();
    T value;
    try {
      value = mapper.readerFor(type).withAttribute(FaultCollector.FAULTS, faults).readValue(json);
    } catch (JsonProcessingException broken) {
      faults.add(fault(broken));
      throw Refusal.invalid(faults);
    } catch (FaultCollector.TooManyFaults enough) {
      throw Refusal.invalid(faults);
    } catch (java.io.CharConversionException notUtf8) {
      throw Refusal.invalid("", "请求内容应为UTF-8编码", "must be UTF-8");
    }
    if (value == null) {
      throw Refusal.invalid(List.of(MISSING));
    }
    return valid(value, faults);
  }

  /** Reads one JSON document, such as a line of a batch. */
  public <T> T read(byte[] json, Class<T> type) {
    try {
      return read(new java.io.ByteArrayInputStream(json), type);
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }

  private <T> T valid(T value, List<Fault> faults) {
    Set<String> named = new HashSet<>();
    faults.forEach(fault -> named.add(fault.field()));
    validator.validate(value).stream()
        .map(ConstraintTexts::fault)
        .filter(fault -> named.add(fault.field()))
        .sorted(java.util.Comparator.comparing(Fault::field))
        .forEach(faults::add);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return value;
  }

  private Fault fault(JsonProcessingException broken) {
    if (broken instanceof JsonMappingException mapping) {
      String field = path(mapping);
      if (mapping.getOriginalMessage().startsWith("No content")) {
        return MISSING;
      }
      Class<?> target =
          mapping instanceof com.fasterxml.jackson.databind.exc.MismatchedInputException mismatch
              ? mismatch.getTargetType()
              : null;
      boolean limit = mapping.getCause() instanceof StreamConstraintsException;
      return new Fault(field, limit ? FormTexts.TOO_LONG : forms.of(target));
    }
    if (broken instanceof StreamConstraintsException) {
      return new Fault(position(broken), FormTexts.TOO_LONG);
    }
    if (broken.getOriginalMessage().startsWith("Duplicate field")) {
      return new Fault(position(broken), FormTexts.DUPLICATE);
    }
    int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
    int column = broken.getLocation() == null ? 1 : broken.getLocation().getColumnNr();
    return new Fault(
        position(broken),
        Text.of(
            "不是合法的JSON（第%d行第%d列）", "is not well-formed JSON (line %d, column %d)", line, column));
  }

  private static String path(JsonMappingException mapping) {
    String path = "";
    for (JsonMappingException.Reference step : mapping.getPath()) {
      path =
          Paths.join(
              path,
              step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName());
    }
    return path;
  }

  private static String position(JsonProcessingException broken) {
    return broken.getProcessor() instanceof JsonParser parser
        ? Paths.of(parser.getParsingContext())
        : "";
  }

  private static ObjectMapper mapper(PlainText text, FormTexts forms) {
    JsonFactory factory =
        JsonFactory.builder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING_DEPTH)
                    .maxStringLength(MAX_TEXT_LENGTH)
                    .maxNameLength(128)
                    .maxNumberLength(32)
                    .maxTokenCount(MAX_TOKENS)
                    .build())
            .build();
    JsonMapper.Builder builder =
        JsonMapper.builder(factory)
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(new StrictScalars(text))
            .addHandler(new FaultCollector(forms))
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfigDefaults(
                defaults ->
                    defaults
                        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail));
    for (LogicalType type : List.of(LogicalType.Boolean, LogicalType.Integer)) {
      builder.withCoercionConfig(
          type,
          scalar ->
              scalar
                  .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                  .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                  .setCoercion(CoercionInputShape.Float, CoercionAction.Fail));
    }
    return builder.build();
  }
}
