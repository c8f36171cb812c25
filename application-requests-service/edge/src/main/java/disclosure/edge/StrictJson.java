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
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  private static final Fault MISSING = InputFault.BODY_REQUIRED.at("");

  private final ObjectMapper mapper;
  private final Validator validator;

  private final FormFaults forms;

  @Inject
  StrictJson(Validator validator, EdgeSettings settings) {
    this(validator, settings.text());
  }

  /** A reader of JSON outside of a service. */
  StrictJson(Validator validator, PlainText text) {
    this.validator = validator;
    this.forms = new FormFaults(text);
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
      if (isNotUtf8(broken)) {
        throw Refusal.invalid(InputFault.NOT_UTF8.at(""));
      }
      faults.add(fault(broken));
      throw Refusal.invalid(faults);
    } catch (FaultCollector.TooManyFaults enough) {
      throw Refusal.invalid(faults);
    } catch (java.io.CharConversionException notUtf8) {
      throw Refusal.invalid(InputFault.NOT_UTF8.at(""));
    }
    if (value == null) {
      throw Refusal.invalid(MISSING);
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

  /** Such as GBK: then no field is wrong by itself. */
  private static boolean isNotUtf8(JsonProcessingException broken) {
    return Stream.iterate((Throwable) broken, cause -> cause != null, Throwable::getCause)
        .limit(10)
        .anyMatch(
            cause ->
                cause instanceof JsonProcessingException json
                    && json.getOriginalMessage() != null
                    && json.getOriginalMessage().startsWith("Invalid UTF-8"));
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
      return (limit ? InputFault.LIMIT_EXCEEDED.at(field) : forms.at(field, target))
          .pointing(pointer(mapping));
    }
    if (broken instanceof StreamConstraintsException) {
      return at(broken, InputFault.LIMIT_EXCEEDED);
    }
    if (broken.getOriginalMessage().startsWith("Duplicate field")) {
      return at(broken, InputFault.REPEATED_FIELD);
    }
    int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
    int column = broken.getLocation() == null ? 1 : broken.getLocation().getColumnNr();
    return at(broken, InputFault.MALFORMED_JSON, line, column);
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

  private static String pointer(JsonMappingException mapping) {
    return mapping.getPath().stream()
        .map(
            step ->
                "/"
                    + (step.getFieldName() == null
                        ? Integer.toString(step.getIndex())
                        : Paths.escaped(step.getFieldName())))
        .collect(Collectors.joining());
  }

  /** Where the reader gave up. */
  private static Fault at(JsonProcessingException broken, InputFault fault, Object... values) {
    return broken.getProcessor() instanceof JsonParser parser
        ? fault
            .at(Paths.of(parser.getParsingContext()), values)
            .pointing(parser.getParsingContext().pathAsPointer().toString())
        : fault.at("", values);
  }

  private static ObjectMapper mapper(PlainText text, FormFaults forms) {
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
