package disclosure.statistics.contract;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;

/** The contract's files, and JSON as the services read and write it. */
final class Json {

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final SchemaValidatorsConfig FORMATS =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private Json() {}

  /** The JSON in a resource, beside this class or from the root of the class path. */
  static JsonNode resource(String name) {
    try (InputStream in = Json.class.getResourceAsStream(name)) {
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the table's schema has against the data; empty when it is valid. */
  static Set<ValidationMessage> violations(Table table, JsonNode data) {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(resource(table.schema), FORMATS)
        .validate(data);
  }

  /** The tables that the statistics service answers with. */
  enum Table {
    MATRIX(Matrix.class, "matrix"),
    DISPUTES(DisputeTable.class, "dispute-table");

    final Class<? extends Record> record;
    final String schema;
    final String example;

    Table(Class<? extends Record> record, String file) {
      this.record = record;
      this.schema = file + ".schema.json";
      this.example = "examples/" + file + ".json";
    }
  }
}
