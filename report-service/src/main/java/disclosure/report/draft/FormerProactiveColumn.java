package disclosure.report.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import disclosure.report.content.FormerProactive;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores table two of the edition of 2019 as JSON; what a newer release stored is passed over. */
@Converter
class FormerProactiveColumn implements AttributeConverter<FormerProactive, String> {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new Jdk8Module())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  @Override
  public String convertToDatabaseColumn(FormerProactive figures) {
    try {
      return figures == null ? null : JSON.writeValueAsString(figures);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public FormerProactive convertToEntityAttribute(String json) {
    try {
      return json == null ? null : JSON.readValue(json, FormerProactive.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
