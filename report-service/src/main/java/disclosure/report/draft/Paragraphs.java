package disclosure.report.draft;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Stores a text as its paragraphs, one a line; a paragraph holds no line break. */
@Converter
class Paragraphs implements AttributeConverter<List<String>, String> {

  @Override
  public String convertToDatabaseColumn(List<String> paragraphs) {
    return String.join("\n", paragraphs);
  }

  @Override
  public List<String> convertToEntityAttribute(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
  }
}
