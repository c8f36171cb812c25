package disclosure.edge.openapi;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * What the value of a parameter may be, by what the service keeps in {@code
 * openapi-parameters.properties} under its name, or under {@code operation.name}: {@code boolean},
 * {@code 1..500}, {@code 2008..}, {@code <=100} characters, a {@code line}, {@code /pattern/},
 * {@code A | B}, the name of a schema, or {@code list of} one with commas between; {@code required}
 * may stand before and {@code default} with a value behind it.
 */
final class ParameterValues {

  private static final String FILE = "openapi-parameters.properties";
  private static final String REQUIRED = "required ";
  private static final String DEFAULT = " default ";
  private static final String LIST = "list of ";
  private static final Pattern RANGE = Pattern.compile("(\\d+)\\.\\.(\\d*)");
  private static final Pattern LENGTH = Pattern.compile("<=(\\d+)");

  private final OpenAPI document;
  private final Properties values;

  private ParameterValues(OpenAPI document, Properties values) {
    this.document = document;
    this.values = values;
  }

  static void describe(OpenAPI document) {
    ParameterValues kept = new ParameterValues(document, KeptTexts.ofAll(FILE));
    SchemaWalk.operations(document).forEach(kept::describe);
  }

  private void describe(Operation operation) {
    for (Parameter parameter : Optional.ofNullable(operation.getParameters()).orElseGet(List::of)) {
      String name = parameter.getName();
      Optional.ofNullable(values.getProperty(operation.getOperationId() + "." + name))
          .or(() -> Optional.ofNullable(values.getProperty(name)))
          .ifPresent(value -> describe(parameter, value));
    }
  }

  private void describe(Parameter parameter, String value) {
    boolean required = value.startsWith(REQUIRED);
    String rest = required ? value.substring(REQUIRED.length()) : value;
    int end = rest.lastIndexOf(DEFAULT);
    String form = end < 0 ? rest : rest.substring(0, end);
    if (required) {
      parameter.setRequired(true);
    }
    if (form.startsWith(LIST)) {
      parameter.setStyle(Parameter.Style.FORM);
      parameter.setExplode(false);
    }
    Schema schema = schema(form);
    if (end >= 0) {
      String text = rest.substring(end + DEFAULT.length());
      schema.setDefaultValue(isInteger(schema) ? (Object) Integer.valueOf(text) : text);
    }
    keepExamples(parameter.getSchema(), schema);
    parameter.setSchema(schema);
  }

  private static void keepExamples(Schema before, Schema schema) {
    if (before != null && before.getExamples() != null && before.getType() != null) {
      if (before.getType().equals(schema.getType())) {
        before.getExamples().stream()
            .filter(
                example ->
                    schema.getEnumeration() == null || schema.getEnumeration().contains(example))
            .forEach(schema::addExample);
      }
    }
  }

  private static boolean isInteger(Schema schema) {
    return schema.getType() != null && schema.getType().contains(SchemaType.INTEGER);
  }

  private Schema schema(String form) {
    if (form.startsWith(LIST)) {
      return of(SchemaType.ARRAY).items(schema(form.substring(LIST.length())));
    }
    if (form.equals("boolean")) {
      return of(SchemaType.BOOLEAN);
    }
    if (form.equals("line")) {
      return of(SchemaType.STRING).pattern(ParameterTexts.LINE);
    }
    Matcher range = RANGE.matcher(form);
    if (range.matches()) {
      Schema schema = of(SchemaType.INTEGER).minimum(new BigDecimal(range.group(1)));
      return range.group(2).isEmpty()
          ? schema.format("int32")
          : schema.format("int32").maximum(new BigDecimal(range.group(2)));
    }
    Matcher length = LENGTH.matcher(form);
    if (length.matches()) {
      return of(SchemaType.STRING).maxLength(Integer.valueOf(length.group(1)));
    }
    if (form.startsWith("/") && form.endsWith("/")) {
      return of(SchemaType.STRING).pattern(form.substring(1, form.length() - 1));
    }
    if (SchemaWalk.schemas(document).containsKey(form)) {
      return OASFactory.createSchema().ref(SchemaWalk.SCHEMAS + form);
    }
    Schema codes = of(SchemaType.STRING);
    Arrays.stream(form.split(" \\| ")).forEach(codes::addEnumeration);
    return codes;
  }

  private static Schema of(SchemaType type) {
    return OASFactory.createSchema().addType(type);
  }
}
